import { hasRole, isOfTeam, readsContent, type Actor } from '$lib/access/actor';
import { allow, allowIf, type Decision } from '$lib/access/decision';
import type { CohortState } from '$lib/cohort/frame';

export interface CohortFacts {
  cohortId: string;
  cohortState: CohortState;
}

export interface PracticeFacts extends CohortFacts {
  teamId: string;
  isDiscarded: boolean;
}

export interface ReleaseFacts extends PracticeFacts {
  /** On a rung above its team: others read it. */
  isReleased: boolean;
}

const isOwn = (actor: Actor, practice: { cohortId: string; teamId: string }): boolean =>
  hasRole(actor, practice.cohortId, 'member') &&
  isOfTeam(actor, practice.cohortId, practice.teamId);

/** The first denial, or allow. */
const all = (...decisions: Decision[]): Decision =>
  decisions.find((decision) => !decision.isAllowed) ?? allow;

/** Reports can be finished in a concluded cohort, so examples can too. */
const ifWritable = ({ cohortState }: CohortFacts): Decision =>
  allowIf(cohortState !== 'archived', 'cohort_archived');

/** What the teams have shown to their cohort. Partners, experts and the administration read none of it. */
export const mayRead = (actor: Actor, { cohortId }: { cohortId: string }): Decision =>
  allowIf(readsContent(actor, cohortId), 'not_found');

/** A team's own text, before and beside what it has shown: for its people alone. */
export const mayReadOwn = (
  actor: Actor,
  practice: { cohortId: string; teamId: string },
): Decision => allowIf(isOwn(actor, practice), 'not_found');

/** A member records an example for the own team. */
export const mayCreate = (actor: Actor, cohort: CohortFacts): Decision =>
  all(
    mayRead(actor, cohort),
    allowIf(hasRole(actor, cohort.cohortId, 'member'), 'practice_only_members_record'),
    ifWritable(cohort),
  );

export const mayChange = (actor: Actor, practice: PracticeFacts): Decision =>
  all(
    mayReadOwn(actor, practice),
    allowIf(!practice.isDiscarded, 'practice_is_discarded'),
    ifWritable(practice),
  );

/** What others read is taken back first, knowingly; then it can be put away. */
export const mayDiscard = (actor: Actor, practice: ReleaseFacts): Decision =>
  all(
    mayReadOwn(actor, practice),
    allowIf(!practice.isReleased, 'practice_is_released'),
    ifWritable(practice),
  );

export const mayBringBack = (actor: Actor, practice: PracticeFacts): Decision =>
  all(mayReadOwn(actor, practice), ifWritable(practice));
