import { hasRole, type Actor } from '$lib/access/actor';
import { allowIf, type Decision } from '$lib/access/decision';

export interface CohortFacts {
  cohortId: string;
  cohortState: string;
}

/** Whoever reads the cohort reads its series; an expert those events that she or he was invited to. */
export const mayRead = (actor: Actor, { cohortId }: { cohortId: string }): Decision =>
  allowIf(hasRole(actor, cohortId, 'member', 'moderator', 'organiser', 'expert'), 'not_found');

/** Moderators and the organiser set up workshops and their dates. */
export const mayArrange = (actor: Actor, { cohortId }: { cohortId: string }): Decision =>
  allowIf(hasRole(actor, cohortId, 'moderator', 'organiser'), 'workshop_only_staff');

/** Nothing new begins in a cohort that is concluded. */
export function mayAdd(actor: Actor, { cohortId, cohortState }: CohortFacts): Decision {
  const decision = mayArrange(actor, { cohortId });
  const takesNewThings = ['draft', 'forming', 'closed'].includes(cohortState);
  return decision.isAllowed ? allowIf(takesNewThings, 'cohort_takes_nothing_new') : decision;
}
