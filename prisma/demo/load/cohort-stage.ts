import type { Cohort, SiteKey } from '../content/types';
import type { Stage } from './stage';

/** A cohort that stands on the stage: its id, and the ids of its teams. */
export interface DemoCohort {
  id: string;
  content: Cohort;
  team(site: SiteKey): string;
}

export function openCohort(stage: Stage, content: Cohort): DemoCohort {
  return {
    id: stage.id(`cohort ${content.key}`),
    content,
    team: (site) => stage.id(`team ${content.key} ${site}`),
  };
}
