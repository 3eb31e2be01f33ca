import type { OpenThread } from '$lib/consultation/thread/open';
import type { Cohort, PersonKey, SiteKey, WorkshopKey } from '../content/types';
import type { Stage } from './stage';

/** A cohort that stands on the stage: its id, and the ids of its teams. */
export interface DemoCohort {
  id: string;
  content: Cohort;
  team(site: SiteKey): string;
  workshop(key: WorkshopKey): string;
  /** The first day of a workshop is 1. */
  workshopDay(key: WorkshopKey, position: number): string;
  /** An item of what was planned, by its place there. */
  agendaItem(key: WorkshopKey, index: number): string;
  /** What was written in a consultation so far, and those whose browser has opened it. */
  thread(consultation: string): DemoThread;
}

interface DemoThread {
  contributions: OpenThread['contributions'];
  openedBy: Map<PersonKey, OpenThread>;
}

export function openCohort(stage: Stage, content: Cohort): DemoCohort {
  const threads = new Map<string, DemoThread>();
  return {
    id: stage.id(`cohort ${content.key}`),
    content,
    team: (site) => stage.id(`team ${content.key} ${site}`),
    workshop: (key) => stage.id(`workshop ${content.key} ${key}`),
    workshopDay: (key, position) => stage.id(`day ${content.key} ${key} ${position}`),
    agendaItem: (key, index) => stage.id(`agenda item ${content.key} ${key} ${index}`),
    thread(key) {
      const known = threads.get(key) ?? { contributions: [], openedBy: new Map() };
      threads.set(key, known);
      return known;
    },
  };
}
