import { hasRole, isModerator, isOfTeam, type Actor } from '$lib/access/actor';
import { allow, allowIf, type Decision } from '$lib/access/decision';
import { takesNewThings } from '$lib/cohort/life';
import type { CohortState } from '$lib/cohort/frame';

export interface DayFacts {
  cohortId: string;
  cohortState: CohortState;
  workshopState: 'planned' | 'fixed' | 'held' | 'cancelled';
  /** Whether the last day of the workshop is today, or past. */
  hasBegunLastDay: boolean;
}

/** A note, or a parked question. */
export interface EntryFacts {
  authorId: string | null;
  /** Of a parked question: whose it is, and whether it has become a topic. */
  teamId?: string | null;
  topicId?: string | null;
}

/** The first denial, or allow. */
const all = (...decisions: Decision[]): Decision =>
  decisions.find((decision) => !decision.isAllowed) ?? allow;

const isBy = (actor: Actor, accountId: string | null): boolean =>
  actor.kind === 'person' && actor.accountId === accountId;

const takesPlace = (day: DayFacts): Decision =>
  allowIf(day.workshopState !== 'cancelled', 'day_workshop_cancelled');

/** Moderators run the day. What a device sends late comes in when the cohort is concluded, too. */
export const mayRun = (actor: Actor, day: DayFacts): Decision =>
  all(
    allowIf(isModerator(actor, day.cohortId), 'only_moderators'),
    takesPlace(day),
    allowIf(day.cohortState !== 'archived', 'cohort_archived'),
  );

/**
 * Everybody who is there writes: notes, and what there is no time for. Who is there, and reads, the database
 * says: the cohort, and the experts who were invited to this workshop.
 */
export const mayWrite = (actor: Actor, day: DayFacts): Decision =>
  all(
    allowIf(actor.kind === 'person', 'not_found'),
    takesPlace(day),
    allowIf(takesNewThings(day.cohortState), 'cohort_takes_nothing_new'),
  );

export const mayChange = (actor: Actor, day: DayFacts, entry: EntryFacts): Decision =>
  all(
    mayWrite(actor, day),
    allowIf(isBy(actor, entry.authorId), 'day_only_its_author'),
    allowIf((entry.topicId ?? null) === null, 'day_is_topic'),
  );

/** Its author, and moderators where something must not stay. */
export const mayRemove = (actor: Actor, day: DayFacts, entry: EntryFacts): Decision =>
  all(
    mayWrite(actor, day),
    allowIf(isBy(actor, entry.authorId) || isModerator(actor, day.cohortId), 'day_only_its_author'),
    allowIf((entry.topicId ?? null) === null, 'day_is_topic'),
  );

/**
 * A parked question is proposed by its team; one that has none by any team. A moderator enters it for its
 * team, which confirms it.
 */
export function mayPropose(actor: Actor, day: DayFacts, { teamId = null }: EntryFacts): Decision {
  const isTeams =
    hasRole(actor, day.cohortId, 'member') &&
    (teamId === null || isOfTeam(actor, day.cohortId, teamId));
  const mayEnter = isModerator(actor, day.cohortId) && teamId !== null;
  return all(mayWrite(actor, day), allowIf(isTeams || mayEnter, 'day_only_its_team'));
}

/** Whether a topic was answered, its own team says. */
export const mayReact = (actor: Actor, day: DayFacts, topic: { teamId: string }): Decision =>
  all(
    mayWrite(actor, day),
    allowIf(
      hasRole(actor, day.cohortId, 'member') && isOfTeam(actor, day.cohortId, topic.teamId),
      'topic_only_its_team',
    ),
  );

export const mayHold = (actor: Actor, day: DayFacts): Decision =>
  all(
    allowIf(isModerator(actor, day.cohortId), 'only_moderators'),
    allowIf(day.cohortState !== 'archived', 'cohort_archived'),
    allowIf(day.workshopState === 'fixed', 'day_not_fixed'),
    allowIf(day.hasBegunLastDay, 'day_not_begun'),
  );

export const mayTakeUpAgain = (actor: Actor, day: DayFacts): Decision =>
  all(
    allowIf(isModerator(actor, day.cohortId), 'only_moderators'),
    allowIf(day.cohortState !== 'archived', 'cohort_archived'),
    allowIf(day.workshopState === 'held', 'day_not_held'),
  );
