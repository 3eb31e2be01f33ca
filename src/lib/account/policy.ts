import type { Actor } from '$lib/access/actor';
import { allowIf, type Decision } from '$lib/access/decision';

/** A mail to oneself that shows whether mails leave this installation. */
export const mayTestMail = (actor: Actor): Decision =>
  allowIf(actor.kind === 'person' && actor.isAdministrator, 'only_administrators');

/** Administrators, and organisers of any cohort; for which accounts, the database knows. */
export const mayEraseAccounts = (actor: Actor): Decision =>
  allowIf(
    actor.kind === 'person' &&
      (actor.isAdministrator || actor.memberships.some(({ role }) => role === 'organiser')),
    'not_found',
  );
