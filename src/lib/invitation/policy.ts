import { isModerator, isOrganiser, type Actor, type Role } from '$lib/access/actor';
import { allow, allowIf, deny, type Decision } from '$lib/access/decision';
import type { CohortState } from '$lib/cohort/frame';

const isAdministrator = (actor: Actor): boolean => actor.kind === 'person' && actor.isAdministrator;

/** Organisers see and change every invitation of their cohort. */
export const mayManageInvitations = (actor: Actor, cohortId: string): Decision =>
  allowIf(isOrganiser(actor, cohortId), 'not_found');

/** Organisers invite whom they need; the administrator appoints organisers. */
export const mayInvite = (actor: Actor, cohortId: string, role: Role): Decision =>
  allowIf(
    isOrganiser(actor, cohortId) || (role === 'organiser' && isAdministrator(actor)),
    'not_found',
  );

export interface CohortFacts {
  state: CohortState;
  hasCharter: boolean;
}

/** Nobody joins without a charter to accept; a closed group is told why somebody comes in. */
export function mayLetIn(cohort: CohortFacts, role: Role, reason: string): Decision {
  if (cohort.state === 'concluded' || cohort.state === 'archived') return deny('cohort_concluded');
  if (role !== 'organiser' && !cohort.hasCharter) return deny('charter_missing');
  return cohort.state === 'closed' && reason === '' ? deny('reason_missing') : allow;
}

/** The code on the projector: whoever leads the first meeting. */
export const mayShowJoinCode = (actor: Actor, cohortId: string): Decision =>
  allowIf(isOrganiser(actor, cohortId) || isModerator(actor, cohortId), 'not_found');
