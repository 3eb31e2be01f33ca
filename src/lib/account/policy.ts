import type { Actor } from '$lib/access/actor';
import { allowIf, type Decision } from '$lib/access/decision';

/** A mail to oneself that shows whether mails leave this installation. */
export const mayTestMail = (actor: Actor): Decision =>
  allowIf(actor.kind === 'person' && actor.isAdministrator, 'only_administrators');
