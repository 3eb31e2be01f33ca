import type { ActivityKind } from '$lib/activity/kinds';
import { activityPath, type ActivitySaying } from '$lib/activity/subject';
import { formatDate } from '$lib/ui/format';

// What has happened, gathered: one entry for each thing and day, whatever was done to it.

/** Said by another sentence already, or meant for one person or team: those get a notice. */
export const untoldKinds: ActivityKind[] = [
  'ballot_reminder',
  'workshop_dates_reminder',
  'feedback_reminder',
  'vote_changed',
  'vote_entered',
  'vote_confirmed',
  'vote_contested',
  'vote_withdrawn',
  'topic_on_ballot',
  'topic_carried_over',
  'topic_chosen_provisionally',
  'topic_carried_over_provisionally',
];

export interface Happening extends ActivitySaying {
  id: string;
  at: Date;
  /** The reader was told about it and has not read that yet. */
  isNew: boolean;
}

/** What happened to one thing on one day, the newest first. */
export interface Group {
  id: string;
  happenings: [Happening, ...Happening[]];
  isNew: boolean;
}

export interface Day {
  /** A moment of that day. */
  at: Date;
  groups: Group[];
}

const topicOf = ({ subjectKind, subjectId, id }: Happening): string =>
  subjectKind === 'topic' ? subjectId : id;

/**
 * Gathers what happened by day (of the time zone) and topic; what concerns no topic stays alone.
 *
 * @param happened the newest first
 */
export function byDay(happened: readonly Happening[], timeZone: string): Day[] {
  const days = new Map<string, { at: Date; groups: Map<string, Group> }>();
  for (const happening of happened) {
    const name = formatDate(happening.at, 'de', timeZone);
    const day = days.get(name) ?? { at: happening.at, groups: new Map<string, Group>() };
    days.set(name, day);
    const group = day.groups.get(topicOf(happening));
    if (group) {
      group.happenings.push(happening);
      group.isNew ||= happening.isNew;
    } else {
      const { id, isNew } = happening;
      day.groups.set(topicOf(happening), { id, isNew, happenings: [happening] });
    }
  }
  return [...days.values()].map(({ at, groups }) => ({ at, groups: [...groups.values()] }));
}

/** Where the newest of it is read. */
export const pathOf = (cohortId: string, { happenings: [newest] }: Group): string =>
  activityPath(cohortId, newest);
