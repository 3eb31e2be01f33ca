import { isOrganiser, joinedAs, type Actor } from '$lib/access/actor';
import { allow, allowIf, deny, type Decision } from '$lib/access/decision';
import type { CohortState } from './frame';
import { nextStates } from './life';

// The charter comes first: `hasRole` and all that stands on it count a membership only once the
// newest version of the charter is accepted, and the database reads the same way (app.my_cohorts_as).
// Only what is needed to accept it asks for `joinedAs`.

/** The frame around the pages. */
export const mayEnter = (actor: Actor, cohortId: string): Decision =>
  allowIf(joinedAs(actor, cohortId).length > 0, 'not_found');

export const mayManageCohort = (actor: Actor, cohortId: string): Decision =>
  allowIf(isOrganiser(actor, cohortId), 'not_found');

export interface MoveFacts {
  state: CohortState;
  hasCharter: boolean;
  /** Whether the clock will open or close a ballot. */
  awaitsBallot: boolean;
  /** Whether it was asked to erase the cohort. */
  isToBeErased: boolean;
  reason: string;
}

/** One step of the cohort's life at a time; nobody comes in before there is a charter to accept. */
export function mayMove(facts: MoveFacts, to: CohortState): Decision {
  const { state, hasCharter, awaitsBallot, isToBeErased, reason } = facts;
  if (!nextStates(state).includes(to)) return deny('cohort_state_unreachable');
  if (to === 'forming' && !hasCharter) return deny('charter_missing');
  const isReopened = state === 'closed' && to === 'forming';
  if (isReopened && reason === '') return deny('reason_missing');
  if (to === 'archived' && awaitsBallot) return deny('cohort_awaits_ballot');
  if (state === 'archived' && isToBeErased) return deny('cohort_erasure_asked');
  return allow;
}

/** Only what has been laid to rest is erased. */
export const mayErase = (state: CohortState): Decision =>
  allowIf(state === 'archived', 'cohort_not_archived');
