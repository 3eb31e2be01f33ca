import { isOfTeam, type Actor } from '$lib/access/actor';
import { allowIf, type Decision } from '$lib/access/decision';

/** The two people of a team say when it cannot come. */
export const mayBlock = (
  actor: Actor,
  { cohortId, teamId }: { cohortId: string; teamId: string | null },
): Decision =>
  allowIf(teamId !== null && isOfTeam(actor, cohortId, teamId), 'workshop_only_teams_block');
