import { hasRole, type Actor } from '$lib/access/actor';
import { allowIf, type Decision } from '$lib/access/decision';

/** One's own notices of a cohort; whoever has left reads them no more. */
export const mayReadNotices = (actor: Actor, cohortId: string): Decision =>
  allowIf(
    hasRole(actor, cohortId, 'member', 'moderator', 'organiser', 'expert', 'partner'),
    'not_found',
  );
