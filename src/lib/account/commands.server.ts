import type { Context } from '$lib/access/procedure.server';
import type { Scope } from '$lib/access/scope.server';
import { AppError } from '$lib/platform/errors';
import { hashSignInSecret } from '$lib/vault/sign-in-secret';
import type { SignIn } from './schema';
import { sessionsIn } from './session.server';

/** A session that has begun; its id goes into the cookie and nowhere else. */
export interface StartedSession {
  id: string;
  expiresAt: Date;
}

/** The form in which a sign-in secret is stored and compared. */
export const storedSecret = async (signInSecret: string): Promise<Buffer> =>
  Buffer.from(await hashSignInSecret(signInSecret), 'base64url');

/** Ends the session that was there, and begins a new one. */
export async function startSession(
  { db, clock }: Scope,
  { sessionId, device }: Pick<Context, 'sessionId' | 'device'>,
  accountId: string,
): Promise<StartedSession> {
  const sessions = sessionsIn(db, clock);
  if (sessionId) await sessions.end(sessionId);
  return sessions.start(accountId, device);
}

/** @throws AppError `sign_in_failed`, for an unknown address as for a wrong password */
export async function signIn(
  scope: Scope,
  context: Pick<Context, 'sessionId' | 'device'>,
  { email, signInSecret }: SignIn,
): Promise<StartedSession> {
  const secretHash = await storedSecret(signInSecret);
  const [row] = await scope.db.$queryRaw<{ accountId: string | null }[]>`
    SELECT app.sign_in_check(${email}, ${secretHash}) AS "accountId"`;
  if (!row?.accountId) throw new AppError('sign_in_failed');
  return startSession(scope, context, row.accountId);
}

/** Ends the present session, if there is one. */
export async function signOut(
  { db, clock }: Scope,
  { sessionId }: Pick<Context, 'sessionId'>,
): Promise<void> {
  if (sessionId) await sessionsIn(db, clock).end(sessionId);
}
