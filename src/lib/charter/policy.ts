import { isOrganiser, joinedAs, type Actor } from '$lib/access/actor';
import { allowIf, type Decision } from '$lib/access/decision';

/** Everyone who belongs to the cohort, accepted or not: it has to be read before it is accepted. */
export const mayReadCharter = (actor: Actor, cohortId: string): Decision =>
  allowIf(joinedAs(actor, cohortId).length > 0, 'not_found');

export const mayPublishCharter = (actor: Actor, cohortId: string): Decision =>
  allowIf(isOrganiser(actor, cohortId), 'not_found');
