import type { Context } from '$lib/access/procedure.server';
import type { PersonScope, Scope } from '$lib/access/scope.server';
import { keysInUse, type KeysWithSlot } from '$lib/key/queries.server';
import { AppError, notFound } from '$lib/platform/errors';
import { publish } from '$lib/platform/events.server';
import { hashSignInSecret } from '$lib/vault/sign-in-secret';
import type { Profile, SignIn } from './schema';
import { sessionsIn } from './session.server';

/** A session that has begun; its id goes into the cookie and nowhere else. */
export interface StartedSession {
  id: string;
  expiresAt: Date;
}

/** Where a session is started from. */
export type Place = Pick<Context, 'sessionId' | 'device'>;

/** The form in which a sign-in secret is stored and compared. */
export const storedSecret = async (signInSecret: string): Promise<Buffer> =>
  Buffer.from(await hashSignInSecret(signInSecret), 'base64url');

/** Ends the session that was there, and begins a new one. */
export async function startSession(
  { db, clock }: Scope,
  { sessionId, device }: Place,
  accountId: string,
): Promise<StartedSession> {
  const sessions = sessionsIn(db, clock);
  if (sessionId) await sessions.end(sessionId);
  return sessions.start(accountId, device);
}

/** From here on the transaction acts as whoever has just proved who she or he is. */
export async function actAs({ db }: Pick<Scope, 'db'>, accountId: string): Promise<void> {
  await db.$executeRaw`SELECT set_config('app.account', ${accountId}, true)`;
}

/** Whoever has just come in, and what opens the own keys; null where there is nothing yet. */
export interface SignedIn {
  accountId: string;
  keys: KeysWithSlot | null;
}

/** The last step of every way in. `passkeyId`: what opens the keys where it is not the password. */
export async function comeIn(
  scope: Scope,
  place: Place,
  accountId: string,
  passkeyId?: string,
): Promise<SignedIn & { session: StartedSession }> {
  const session = await startSession(scope, place, accountId);
  await actAs(scope, accountId);
  return { accountId, keys: await keysInUse(scope, accountId, passkeyId), session };
}

/**
 * The account that this address and this secret open.
 *
 * @throws AppError `sign_in_failed`, for an unknown address as for a wrong password
 */
export async function checkPassword({ db }: Scope, { email, signInSecret }: SignIn) {
  const secretHash = await storedSecret(signInSecret);
  const [row] = await db.$queryRaw<{ accountId: string | null }[]>`
    SELECT app.sign_in_check(${email}, ${secretHash}) AS "accountId"`;
  if (!row?.accountId) throw new AppError('sign_in_failed');
  return row.accountId;
}

/** Ends the present session, if there is one. */
export async function signOut({ db, clock, actor }: Scope, sessionId: string | null) {
  if (!sessionId) return;
  await sessionsIn(db, clock).end(sessionId);
  if (actor.kind === 'person') await tellOpenPages({ db }, actor.accountId);
}

/** Open pages of this account look whether their session is still there. */
export const tellOpenPages = ({ db }: Pick<Scope, 'db'>, accountId: string): Promise<void> =>
  publish(db, { cohortId: '', kind: 'account', id: accountId, accountId });

/** @throws AppError `wrong_password` */
export async function ensurePresentSecret({ db }: PersonScope, secret: string): Promise<void> {
  const secretHash = await storedSecret(secret);
  const [row] = await db.$queryRaw<{ isRight: boolean }[]>`
    SELECT app.secret_check(${secretHash}) AS "isRight"`;
  if (!row?.isRight) throw new AppError('wrong_password');
}

export async function changeProfile({ db, actor }: PersonScope, { name, locale }: Profile) {
  await db.account.updateMany({ where: { id: actor.accountId }, data: { name, locale } });
}

/** @throws AppError `not_found` where it is not a session of one's own */
export async function endOwnSession(
  scope: PersonScope,
  { sessionHash }: { sessionHash: string },
): Promise<void> {
  const [row] = await scope.db.$queryRaw<{ hasEnded: boolean }[]>`
    SELECT app.session_end_own(${sessionHash}) AS "hasEnded"`;
  if (!row?.hasEnded) throw notFound();
  await tellOpenPages(scope, scope.actor.accountId);
}

/** Every session, the present one included. */
export async function signOutEverywhere(scope: PersonScope): Promise<void> {
  const { db, clock, actor } = scope;
  await sessionsIn(db, clock).endAll(actor.accountId);
  await tellOpenPages(scope, actor.accountId);
}

/** Ends every session of somebody else, at once: whoever was replaced reads nothing any more. */
export async function endSessionsOf({ db, clock }: Scope, accountId: string): Promise<void> {
  await sessionsIn(db, clock).endAll(accountId);
  await tellOpenPages({ db }, accountId);
}
