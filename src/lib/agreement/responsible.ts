import { isOfTeam, type Actor } from '$lib/access/actor';

/** Whom an agreement is up to. */
export interface Responsible {
  cohortId: string;
  teamIds: string[];
  membershipIds: string[];
}

/** Whether it is up to the actor or the actor's team. */
export function isResponsible(
  actor: Actor,
  { cohortId, teamIds, membershipIds }: Responsible,
): boolean {
  const isNamed =
    actor.kind === 'person' &&
    actor.memberships.some(({ id, hasAccepted }) => hasAccepted && membershipIds.includes(id));
  return isNamed || teamIds.some((teamId) => isOfTeam(actor, cohortId, teamId));
}
