import { hasRole, type Actor } from '$lib/access/actor';
import { allowIf, type Decision } from '$lib/access/decision';

/** The key directory: everyone in the cohort who can be asked into a consultation. */
export const mayUseKeyDirectory = (actor: Actor, cohortId: string): Decision =>
  allowIf(hasRole(actor, cohortId, 'member', 'moderator', 'organiser', 'expert'), 'not_found');
