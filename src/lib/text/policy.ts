import type { Actor } from '$lib/access/actor';
import { allowIf, type Decision } from '$lib/access/decision';

/** Everyone reads the installation's texts; the administrator writes them. */
export const mayEditTexts = (actor: Actor): Decision =>
  allowIf(actor.kind === 'person' && actor.isAdministrator, 'not_found');
