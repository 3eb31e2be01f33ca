import { isOfTeam, isOrganiser, type Actor } from '$lib/access/actor';
import { allow, allowIf, deny, type Decision } from '$lib/access/decision';
import { mayReadDirectory } from '$lib/membership/policy';

export const mayManageTeams = (actor: Actor, cohortId: string): Decision =>
  allowIf(isOrganiser(actor, cohortId), 'not_found');

/** The team writes its own page; the organiser helps out. */
export function mayDescribeSite(actor: Actor, cohortId: string, teamId: string): Decision {
  if (isOfTeam(actor, cohortId, teamId) || isOrganiser(actor, cohortId)) return allow;
  return deny(mayReadDirectory(actor, cohortId).isAllowed ? 'only_own_site' : 'not_found');
}

/** There are seats for so many sites; the number is the organiser's to change. */
export const mayAddTeam = (seats: { taken: number; siteSeats: number }): Decision =>
  allowIf(seats.taken < seats.siteSeats, 'no_seat_left');
