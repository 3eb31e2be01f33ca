import { hasRole, joinedAs, readsContent, type Actor, type Role } from '$lib/access/actor';
import { allow, allowIf, deny, type Decision } from '$lib/access/decision';

/** Who is in the cohort and how to reach them: everyone in it but partners. */
export const mayReadDirectory = (actor: Actor, cohortId: string): Decision =>
  allowIf(readsContent(actor, cohortId) || hasRole(actor, cohortId, 'expert'), 'not_found');

export const mayReadLog = (actor: Actor, cohortId: string): Decision =>
  allowIf(readsContent(actor, cohortId), 'not_found');

/** Everybody decides alone what the directory shows. */
export const mayChangeEntry = (actor: Actor, cohortId: string, membershipId: string): Decision =>
  allowIf(
    joinedAs(actor, cohortId).some(({ id, hasAccepted }) => id === membershipId && hasAccepted),
    'not_found',
  );

export interface LeavingFacts {
  isClosed: boolean;
  reason: string;
  role: Role;
  organiserCount: number;
}

/** A closed group is told why somebody leaves; somebody has to stay in charge. */
export function mayLeave({ isClosed, reason, role, organiserCount }: LeavingFacts): Decision {
  if (role === 'organiser' && organiserCount <= 1) return deny('last_organiser');
  return isClosed && reason === '' ? deny('reason_missing') : allow;
}
