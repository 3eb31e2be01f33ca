import { hasRole, type Actor } from '$lib/access/actor';
import { allowIf, type Decision } from '$lib/access/decision';

/** Whoever belongs to the group can bring files; for what, the concept says that claims them. */
export const mayUpload = (actor: Actor, { cohortId }: { cohortId: string }): Decision =>
  allowIf(hasRole(actor, cohortId, 'member', 'moderator', 'organiser', 'expert'), 'not_found');
