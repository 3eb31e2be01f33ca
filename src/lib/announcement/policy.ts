import { hasRole, type Actor } from '$lib/access/actor';
import { allowIf, type Decision } from '$lib/access/decision';

/** Organiser and moderators speak to the cohort; nobody else learns that there is such a form. */
export const mayAnnounce = (actor: Actor, cohortId: string): Decision =>
  allowIf(hasRole(actor, cohortId, 'organiser', 'moderator'), 'not_found');

export const mayReadAnnouncements = (actor: Actor, cohortId: string): Decision =>
  allowIf(hasRole(actor, cohortId, 'member', 'moderator', 'organiser', 'expert'), 'not_found');
