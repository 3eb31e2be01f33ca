import { hasRole, type Actor } from '$lib/access/actor';
import { allowIf, type Decision } from '$lib/access/decision';

/** Partners see dates, towns and numbers: there is nothing for them to search. */
export const maySearch = (actor: Actor, cohortId: string): Decision =>
  allowIf(hasRole(actor, cohortId, 'member', 'moderator', 'organiser', 'expert'), 'not_found');
