import { hasRole, type Actor } from '$lib/access/actor';
import { allowIf, type Decision } from '$lib/access/decision';

/** Everyone in the cohort has a start page; what stands on it depends on the role. */
export const mayReadStart = (actor: Actor, cohortId: string): Decision =>
  allowIf(
    hasRole(actor, cohortId, 'member', 'moderator', 'organiser', 'expert', 'partner'),
    'not_found',
  );
