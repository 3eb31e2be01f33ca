import { hasRole, isOfTeam, readsContent, type Actor } from '$lib/access/actor';
import { allow, allowIf, type Decision } from '$lib/access/decision';
import type { CohortState } from '$lib/cohort/frame';
import { takesNewThings } from '$lib/cohort/life';

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
const mayReadOwn = (actor: Actor, practice: { cohortId: string; teamId: string }): Decision =>
  allowIf(isOwn(actor, practice), 'not_found');

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

/** What a team has shown to its cohort. */
export interface ShownFacts extends CohortFacts {
  teamId: string;
}

/** Questions and comments, to what is shown; the team answers in the same place. */
export const mayComment = (actor: Actor, practice: ShownFacts): Decision =>
  all(
    mayRead(actor, practice),
    allowIf(takesNewThings(practice.cohortState), 'cohort_takes_nothing_new'),
  );

/** One does not thank oneself. */
export const mayThank = (actor: Actor, practice: ShownFacts): Decision =>
  all(
    mayRead(actor, practice),
    allowIf(!isOwn(actor, practice), 'practice_own_needs_no_thanks'),
    ifWritable(practice),
  );

/** Another team tries it; how it went can be told for as long as anything can be written. */
export const mayAdopt = (actor: Actor, practice: ShownFacts): Decision =>
  all(
    mayRead(actor, practice),
    allowIf(hasRole(actor, practice.cohortId, 'member'), 'practice_only_teams_adopt'),
    allowIf(!isOwn(actor, practice), 'practice_own_is_not_adopted'),
    ifWritable(practice),
  );
