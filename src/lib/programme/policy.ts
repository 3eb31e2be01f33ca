import type { Actor } from '$lib/access/actor';
import { allow, allowIf, deny, type Decision } from '$lib/access/decision';
import type { CohortState } from '$lib/cohort/frame';

/** Programmes, cohorts and their organisers: the administrator's alone. */
export const mayAdminister = (actor: Actor): Decision =>
  allowIf(actor.kind === 'person' && actor.isAdministrator, 'not_found');

/** While the group exists, it is told why one of its people goes. */
export function mayEndRole(state: CohortState, reason: string): Decision {
  const isGroupTold = state === 'closed' || state === 'concluded';
  return isGroupTold && reason === '' ? deny('reason_missing') : allow;
}
