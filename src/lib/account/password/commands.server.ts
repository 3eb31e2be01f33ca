import type { PersonScope, Scope } from '$lib/access/scope.server';
import { keepAfterReset, keepWithPassword } from '$lib/key/keeping/commands.server';
import { AppError } from '$lib/platform/errors';
import { hashToken, newToken } from '$lib/platform/token.server';
import {
  actAs,
  ensurePresentSecret,
  storedSecret,
  tellOpenPages,
  type Place,
} from '../commands.server';
import { mailPasswordChanged, mailReset } from '../mail.server';
import type { ChangePassword, ResetPassword } from '../schema';
import { enter, type Entered } from '../second-factor/commands.server';

const RESET_HOURS = 2;

/**
 * Sets a new password, which opens the same keys as the one before, and ends all sessions but the
 * present one.
 */
export async function changePassword(
  scope: PersonScope,
  presentSessionHash: string,
  { presentSecret, password, keys }: ChangePassword,
): Promise<void> {
  const { db, clock, actor } = scope;
  await ensurePresentSecret(scope, presentSecret);
  const secretHash = await storedSecret(password.signInSecret);
  await db.$executeRaw`SELECT app.password_change(${JSON.stringify(password.stretching)}::jsonb,
    ${secretHash}, ${clock.now()}::timestamptz)`;
  await keepWithPassword({ db, clock, accountId: actor.accountId }, keys);
  await db.$executeRaw`SELECT app.session_end_others(${presentSessionHash})`;
  await tellOpenPages(scope, actor.accountId);
  await mailPasswordChanged(scope);
}

/** Mails a link to whoever has this address; does nothing, and says nothing, where nobody has. */
export async function requestReset(
  scope: Scope,
  origin: string,
  { email }: { email: string },
): Promise<void> {
  const { db, clock } = scope;
  const { token, hash } = newToken();
  const now = clock.now();
  const expiresAt = new Date(now.getTime() + RESET_HOURS * 3_600_000);
  const [person] = await db.$queryRaw<{ name: string; locale: 'de' | 'en' }[]>`
    SELECT * FROM app.reset_begin(${email}, ${hash}, ${now}::timestamptz, ${expiresAt}::timestamptz)`;
  if (!person) return;
  await mailReset(scope, {
    ...person,
    to: email,
    url: `${origin}/reset/${token}`,
    hours: RESET_HOURS,
  });
}

/**
 * Sets a new password with the link from the mail, ends every session and signs in here; the second
 * factor is asked for all the same, for the mailbox is no second one. With the recovery code the new
 * password opens the same keys; without, new ones begin.
 *
 * @throws AppError `link_not_valid`
 */
export async function resetPassword(
  scope: Scope,
  pepper: Buffer,
  place: Place,
  { token, password, keys }: ResetPassword,
): Promise<Entered> {
  const { db, clock } = scope;
  const secretHash = await storedSecret(password.signInSecret);
  const [row] = await db.$queryRaw<{ accountId: string | null }[]>`
    SELECT app.reset_finish(${hashToken(token)}, ${clock.now()}::timestamptz,
      ${JSON.stringify(password.stretching)}::jsonb, ${secretHash}) AS "accountId"`;
  if (!row?.accountId) throw new AppError('link_not_valid');
  const { accountId } = row;
  await tellOpenPages(scope, accountId);
  await actAs(scope, accountId);
  await keepAfterReset({ db, clock, accountId }, keys);
  return enter(scope, pepper, place, accountId);
}
