import type { Locale } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope, Scope } from '$lib/access/scope.server';
import { keysForReset, type ResetKeys } from '$lib/key/queries.server';
import { notFound } from '$lib/platform/errors';
import { hashToken } from '$lib/platform/token.server';
import type { StretchCost, StretchParameters } from '$lib/vault/parameters';
import { parametersForUnknownAddress } from '$lib/vault/unknown-address';
import { mayTestMail } from './policy';

/**
 * How to stretch the password of this address. The same work for known and unknown addresses: an
 * unknown one gets an answer that is made up, and the same every time.
 */
export async function signInParametersOf(
  { db }: Scope,
  pepper: Buffer,
  { email }: { email: string },
): Promise<StretchParameters> {
  const [row] = await db.$queryRaw<
    { stretching: StretchParameters | null; costs: StretchCost[] }[]
  >`
    SELECT app.sign_in_parameters(${email}) AS stretching,
           ARRAY(SELECT app.stretch_costs()) AS costs`;
  const madeUp = await parametersForUnknownAddress(new Uint8Array(pepper), email, row!.costs);
  const { version, algorithm, memoryKiB, passes, lanes, salt } = row!.stretching ?? madeUp;
  // In one order: the database's own would tell a real answer from a made-up one.
  return { version, algorithm, memoryKiB, passes, lanes, salt };
}

export interface OwnSession {
  hash: string;
  device: string;
  createdAt: Date;
  isPresent: boolean;
}

export interface PendingEmail {
  newAddress: string;
  isOldConfirmed: boolean;
  isNewConfirmed: boolean;
  expiresAt: Date;
}

export interface OwnAccount {
  name: string;
  locale: Locale;
  email: string;
  deletionAsked: Date | null;
  pendingEmail: PendingEmail | null;
  sessions: OwnSession[];
}

/** Everything that the account page shows. */
export async function ownAccount(
  { db, clock, actor }: PersonScope,
  presentSessionHash: string | null,
): Promise<OwnAccount> {
  const now = clock.now();
  const account = await db.account.findUniqueOrThrow({
    where: { id: actor.accountId },
    select: { name: true, deletionAsked: true, credential: { select: { email: true } } },
  });
  const [pendingEmail = null] = await db.$queryRaw<PendingEmail[]>`
    SELECT * FROM app.email_change_pending(${now}::timestamptz)`;
  const sessions = await db.$queryRaw<{ idHash: string; device: string; createdAt: Date }[]>`
    SELECT * FROM app.session_list(${actor.accountId}::uuid, ${now}::timestamptz)`;
  return {
    name: account.name,
    locale: actor.locale,
    email: account.credential!.email,
    deletionAsked: account.deletionAsked,
    pendingEmail,
    sessions: sessions.map(({ idHash, device, createdAt }) => ({
      hash: idHash,
      device,
      createdAt,
      isPresent: idHash === presentSessionHash,
    })),
  };
}

export interface ResetLink extends Pick<ResetKeys, 'accountId' | 'protection'> {
  email: string;
}

/** Whom a reset link is for, and what a new password would lose; looking changes nothing. */
export async function resetLink(
  scope: Scope,
  { token }: { token: string },
): Promise<ResetLink | null> {
  const [row] = await scope.db.$queryRaw<{ email: string | null }[]>`
    SELECT app.reset_check(${hashToken(token)}, ${scope.clock.now()}::timestamptz) AS email`;
  const found = row?.email ? await keysForReset(scope, { token }) : null;
  return found && { email: row!.email!, accountId: found.accountId, protection: found.protection };
}

export interface EmailLink {
  /** Whether the link was sent to the present address or to the new one. */
  place: 'old' | 'new';
  newAddress: string;
  isConfirmed: boolean;
}

export async function emailLink(
  { db, clock }: Scope,
  { token }: { token: string },
): Promise<EmailLink | null> {
  const [row = null] = await db.$queryRaw<EmailLink[]>`
    SELECT * FROM app.email_link_find(${hashToken(token)}, ${clock.now()}::timestamptz)`;
  return row;
}

export async function isSetupLinkValid(
  { db, clock }: Scope,
  { token }: { token: string },
): Promise<boolean> {
  const [row] = await db.$queryRaw<{ isValid: boolean }[]>`
    SELECT app.setup_link_check(${hashToken(token)}, ${clock.now()}::timestamptz) AS "isValid"`;
  return row!.isValid;
}

/** What became of the test mail: it waits, was handed over, or why not. */
export async function testMailState({ db, actor }: PersonScope, { mailId }: { mailId: string }) {
  ensure(mayTestMail(actor));
  const mail = await db.mail.findFirst({
    where: { id: mailId, kind: 'mail_test' },
    select: { state: true, error: true },
  });
  if (!mail) throw notFound();
  return mail;
}
