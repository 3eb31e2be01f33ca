import { createHmac } from 'node:crypto';
import type { ClientBase } from 'pg';
import { ensure } from '$lib/access/decision';
import type { PersonScope, Scope } from '$lib/access/scope.server';
import { fromBase64url, toBase64url } from '$lib/platform/base64url';
import { AppError, notFound } from '$lib/platform/errors';
import type { Clock } from '$lib/platform/clock';
import { newId } from '$lib/platform/id';
import { normaliseMailAddress } from '$lib/platform/mail-address';
import { secureRandomBytes } from '$lib/platform/random';
import {
  checkPassword,
  comeIn,
  ensurePresentSecret,
  tellOpenPages,
  type Place,
  type SignedIn,
  type StartedSession,
} from '../commands.server';
import type { SignIn } from '../schema';
import { isBackupCode, newBackupCodes, normaliseBackupCode } from './backup-codes';
import { mailCodeUsed, mailSecondFactorChanged, mailSecondFactorReset } from './mail.server';
import { mayHaveSecondFactor, mayRemoveFactor, mayResetSecondFactor } from './policy';
import { ownFactors, ownSecondFactor } from './queries.server';
import type { ConfirmApp, Reset, SecondStep } from './schema';
import { openSecret, sealSecret } from './sealed-secret.server';
import { readTicket, writeTicket, type Ticket } from './ticket.server';
import { appAddress, newAppSecret, stepOf, typedSecret } from './time-code';

const GRACE_DAYS = 7;
const SET_UP_MINUTES = 30;

const after = (moment: Date, minutes: number): Date =>
  new Date(moment.getTime() + minutes * 60_000);
const dueAfter = (moment: Date): Date => after(moment, GRACE_DAYS * 24 * 60);

/** What is asked for after the password. */
export interface Asked {
  ticket: string;
  hasApp: boolean;
  /** The passkeys that may answer instead, as authenticators call them. */
  passkeyIds: string[];
}

/** Where a right password leads: into a session, or to the second step. */
export type Entered =
  | { session: StartedSession; signedIn: SignedIn; secondStep: null }
  | { session: null; signedIn: null; secondStep: Asked };

/** The password (or the link that replaces it) was right: begins the session, or asks for more first. */
export async function enter(
  scope: Scope,
  pepper: Buffer,
  place: Place,
  accountId: string,
): Promise<Entered> {
  const provenAt = scope.clock.now();
  const [row] = await scope.db.$queryRaw<
    { isAskedFor: boolean; hasApp: boolean; passkeyIds: string[] }[]
  >`SELECT * FROM app.second_factor_at_sign_in(${accountId}::uuid, ${dueAfter(provenAt)}::timestamptz)`;
  const { isAskedFor, hasApp, passkeyIds } = row!;
  if (!isAskedFor) {
    const { session, ...signedIn } = await comeIn(scope, place, accountId);
    return { session, signedIn, secondStep: null };
  }
  const ticket = writeTicket(pepper, { accountId, provenAt });
  return { session: null, signedIn: null, secondStep: { ticket, hasApp, passkeyIds } };
}

/** @throws AppError `sign_in_failed` */
export const signIn = async (
  scope: Scope,
  pepper: Buffer,
  place: Place,
  input: SignIn,
): Promise<Entered> => enter(scope, pepper, place, await checkPassword(scope, input));

/** @throws AppError `second_step_expired` */
export function ticketOf(pepper: Buffer, ticket: string, now: Date): Ticket {
  const found = readTicket(pepper, ticket, now);
  if (!found) throw new AppError('second_step_expired');
  return found;
}

/**
 * The second step of signing in.
 *
 * @throws AppError `second_factor_wrong`; `second_step_expired` where the password has to come first again
 */
export async function answerSecondStep(
  scope: Scope,
  pepper: Buffer,
  place: Place,
  { ticket, code }: SecondStep,
): Promise<SignedIn & { session: StartedSession }> {
  const { db, clock } = scope;
  const { accountId, provenAt } = ticketOf(pepper, ticket, clock.now());
  const [found] = await db.$queryRaw<{ secret: Uint8Array | null }[]>`
    SELECT * FROM app.second_factor_secret(${accountId}::uuid, ${provenAt}::timestamptz)`;
  if (!found) throw new AppError('second_step_expired');
  const isRight = isBackupCode(code)
    ? await useBackupCode(scope, pepper, accountId, code)
    : await useAppCode(scope, pepper, accountId, found.secret, code);
  if (!isRight) throw new AppError('second_factor_wrong');
  return comeIn(scope, place, accountId);
}

async function useAppCode(
  { db, clock }: Scope,
  pepper: Buffer,
  accountId: string,
  sealed: Uint8Array | null,
  code: string,
): Promise<boolean> {
  const secret = sealed && openSecret(pepper, appOf(accountId), sealed);
  const step = secret && stepOf(secret, code, clock.now());
  if (step === null) return false;
  const [row] = await db.$queryRaw<{ isTaken: boolean }[]>`
    SELECT app.second_factor_use(${accountId}::uuid, ${step}::bigint) AS "isTaken"`;
  return row!.isTaken;
}

async function useBackupCode(
  scope: Scope,
  pepper: Buffer,
  accountId: string,
  code: string,
): Promise<boolean> {
  const hash = hashOfCode(pepper, accountId, code);
  const [row] = await scope.db.$queryRaw<{ left: number | null }[]>`
    SELECT app.backup_code_use(${accountId}::uuid, ${hash},
      ${scope.clock.now()}::timestamptz) AS "left"`;
  if (row!.left === null) return false;
  await mailCodeUsed(scope, accountId, row!.left);
  return true;
}

const hashOfCode = (pepper: Buffer, accountId: string, code: string): Buffer =>
  createHmac('sha256', pepper)
    .update(`backup-code/${accountId}/${normaliseBackupCode(code)}`)
    .digest();

const appOf = (accountId: string): string => `app/${accountId}`;
const setUpOf = (accountId: string): string => `set-up/${accountId}`;

export interface NewApp {
  /** For the app to read. */
  address: string;
  /** For typing into the app. */
  secret: string;
  /** To be sent back with the first code. */
  sealed: string;
}

/** A secret for an app. Nothing is stored before the app has shown that it has understood it. */
export async function beginApp(
  scope: PersonScope,
  pepper: Buffer,
  { presentSecret }: { presentSecret: string },
): Promise<NewApp> {
  const { email } = await ownSecondFactor(scope);
  await ensurePresentSecret(scope, presentSecret);
  const secret = newAppSecret(secureRandomBytes);
  const until = Buffer.alloc(8);
  until.writeBigUInt64BE(BigInt(after(scope.clock.now(), SET_UP_MINUTES).getTime()));
  const content = Buffer.concat([until, secret]);
  const sealed = sealSecret(pepper, setUpOf(scope.actor.accountId), content);
  return {
    address: appAddress(secret, email),
    secret: typedSecret(secret),
    sealed: toBase64url(sealed),
  };
}

/**
 * Takes the app into use, and makes the sheet of codes where there is none.
 *
 * @throws AppError `second_factor_wrong`; `set_up_expired`
 */
export async function confirmApp(
  scope: PersonScope,
  pepper: Buffer,
  { sealed, code }: ConfirmApp,
): Promise<{ codes: string[] | null }> {
  const { db, clock, actor } = scope;
  const { codesLeft } = await ownSecondFactor(scope);
  const now = clock.now();
  const content = openSecret(
    pepper,
    setUpOf(actor.accountId),
    fromBase64url(sealed) ?? new Uint8Array(),
  );
  const isTimely =
    content !== null && Buffer.from(content).readBigUInt64BE() > BigInt(now.getTime());
  if (!isTimely) throw new AppError('set_up_expired');
  const secret = content.slice(8);
  const step = stepOf(secret, code, now);
  if (step === null) throw new AppError('second_factor_wrong');
  await db.$executeRaw`SELECT app.second_factor_app_set(
    ${sealSecret(pepper, appOf(actor.accountId), secret)}, ${step}::bigint, ${now}::timestamptz)`;
  await mailSecondFactorChanged(scope, 'app_added');
  return { codes: codesLeft === null ? await makeCodes(scope, pepper) : null };
}

/** @throws AppError `second_factor_last` */
export async function removeApp(
  scope: PersonScope,
  { presentSecret }: { presentSecret: string },
): Promise<void> {
  const factors = await ownSecondFactor(scope);
  await ensurePresentSecret(scope, presentSecret);
  if (!factors.hasApp) return;
  ensure(mayRemoveFactor(scope.actor, factors));
  await scope.db.$executeRaw`SELECT app.second_factor_app_remove()`;
  await mailSecondFactorChanged(scope, 'app_removed');
}

/** A new sheet of codes; the old one is worth nothing any more. */
export async function newCodes(
  scope: PersonScope,
  pepper: Buffer,
  { presentSecret }: { presentSecret: string },
): Promise<{ codes: string[] }> {
  ensure(mayHaveSecondFactor(scope.actor));
  await ensurePresentSecret(scope, presentSecret);
  const codes = await makeCodes(scope, pepper);
  await mailSecondFactorChanged(scope, 'codes_made');
  return { codes };
}

async function makeCodes({ db, clock, actor }: PersonScope, pepper: Buffer): Promise<string[]> {
  const codes = newBackupCodes(secureRandomBytes);
  const hashes = codes.map((code) => hashOfCode(pepper, actor.accountId, code));
  await db.$executeRaw`SELECT app.backup_codes_set(${hashes}::bytea[], ${clock.now()}::timestamptz)`;
  return codes;
}

/** Before a passkey goes: whether whoever acts can do without it. */
export async function ensureAnotherFactor(scope: PersonScope): Promise<void> {
  ensure(mayRemoveFactor(scope.actor, await ownFactors(scope)));
}

/**
 * Takes a lost second factor off somebody else, who is told, signed out, and has time to set up a new one.
 *
 * @throws AppError `not_found` where it is nobody who needs one, oneself, or where there is nothing to take off
 */
export async function resetSecondFactor(
  scope: PersonScope,
  origin: string,
  { accountId, reason }: Reset,
): Promise<void> {
  const { db, clock, actor } = scope;
  ensure(mayResetSecondFactor(actor));
  const now = clock.now();
  const [row] = await db.$queryRaw<{ isReset: boolean }[]>`
    SELECT app.second_factor_reset(${accountId}::uuid, ${reason}, ${newId(now)}::uuid,
      ${now}::timestamptz, ${dueAfter(now)}::timestamptz) AS "isReset"`;
  if (!row!.isReset) throw notFound();
  await tellOpenPages(scope, accountId);
  await mailSecondFactorReset(scope, accountId, {
    by: actor.name,
    reason,
    url: `${origin}/sign-in`,
  });
}

/**
 * The same on the machine, for an only administrator: by the owner of the database, with nobody signed in.
 * False where the address has no account.
 */
export async function resetSecondFactorOnMachine(
  client: ClientBase,
  clock: Clock,
  { email, reason }: { email: string; reason: string },
): Promise<boolean> {
  const now = clock.now();
  const { rows } = await client.query<{ isReset: boolean }>(
    'SELECT app.second_factor_reset_on_machine($1, $2, $3, $4, $5) AS "isReset"',
    [normaliseMailAddress(email), reason, newId(now), now, dueAfter(now)],
  );
  return rows[0]!.isReset;
}
