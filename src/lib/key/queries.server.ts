import type { PersonScope, Scope } from '$lib/access/scope.server';
import { toBase64url } from '$lib/platform/base64url';
import { hashToken } from '$lib/platform/token.server';
import type { StretchParameters } from '$lib/vault/parameters';

/** A set of keys as the browser gets it: everything in it is sealed, but for the public halves. */
export interface KeysWithSlot {
  keysId: string;
  sealingPublic: string;
  signingPublic: string;
  keyring: string;
  /** The account key, wrapped with what the password (or the recovery code) gives. */
  slot: string;
}

interface KeysRow {
  keysId: string;
  sealingPublic: Uint8Array;
  signingPublic: Uint8Array;
  keyring: Uint8Array;
  slot: Uint8Array | null;
}

const keysOf = (row: KeysRow & { slot: Uint8Array }): KeysWithSlot => ({
  keysId: row.keysId,
  sealingPublic: toBase64url(row.sealingPublic),
  signingPublic: toBase64url(row.signingPublic),
  keyring: toBase64url(row.keyring),
  slot: toBase64url(row.slot),
});

const hasSlot = <Row extends KeysRow>(row: Row | undefined): row is Row & { slot: Uint8Array } =>
  row !== undefined && row.slot !== null;

/**
 * The keys in use, with the slot that the password opens, or this passkey; null for an account without,
 * and for a passkey that opens nothing.
 */
export async function keysInUse(
  { db }: Pick<Scope, 'db'>,
  accountId: string,
  passkeyId?: string,
): Promise<KeysWithSlot | null> {
  const kind = passkeyId ? 'passkey' : 'password';
  const [row] = await db.$queryRaw<KeysRow[]>`
    SELECT k.id AS "keysId", k."sealingPublic", k."signingPublic", k.keyring, s.blob AS slot
      FROM account_keys k JOIN key_slot s ON s."keysId" = k.id
       AND s.kind = ${kind}::key_slot_kind AND s.reference = ${passkeyId ?? ''}
     WHERE k."accountId" = ${accountId}::uuid AND k."retiredAt" IS NULL`;
  return hasSlot(row) ? keysOf(row) : null;
}

/** The own passkeys that open the keys in use. */
export async function openingPasskeys({ db, actor }: PersonScope): Promise<Set<string>> {
  const slots = await db.keySlot.findMany({
    where: { accountId: actor.accountId, kind: 'passkey', keys: { retiredAt: null } },
    select: { reference: true },
  });
  return new Set(slots.map(({ reference }) => reference));
}

/** Since when the keys in use are there; null for an account without. */
export async function keysSince({ db, actor }: PersonScope): Promise<Date | null> {
  const inUse = await db.accountKeys.findFirst({
    where: { accountId: actor.accountId, retiredAt: null },
    select: { createdAt: true },
  });
  return inUse?.createdAt ?? null;
}

/** How the recovery code stands. */
export interface RecoveryState {
  keysId: string;
  /** When the code was made; null: there is none. */
  madeAt: Date | null;
  /** When two groups of it were asked for, and right. */
  confirmedAt: Date | null;
  putOffUntil: Date | null;
}

export interface OwnKeys {
  email: string;
  stretching: StretchParameters;
  keys: KeysWithSlot | null;
}

/** What opens the own protected area with the password, in a browser that does not hold the keys. */
export async function ownKeys(scope: PersonScope): Promise<OwnKeys> {
  const { accountId } = scope.actor;
  const { email, stretching } = await scope.db.credential.findUniqueOrThrow({
    where: { accountId },
    select: { email: true, stretching: true },
  });
  return {
    email,
    stretching: stretching as StretchParameters,
    keys: await keysInUse(scope, accountId),
  };
}

/** Null for an account that has no keys yet. */
export async function recoveryState({ db, actor }: PersonScope): Promise<RecoveryState | null> {
  const [row] = await db.$queryRaw<RecoveryState[]>`
    SELECT k.id AS "keysId", s."createdAt" AS "madeAt", s."confirmedAt",
           k."recoveryPutOffUntil" AS "putOffUntil"
      FROM account_keys k LEFT JOIN key_slot s ON s."keysId" = k.id AND s.kind = 'recovery'
     WHERE k."accountId" = ${actor.accountId}::uuid AND k."retiredAt" IS NULL`;
  return row ?? null;
}

export interface ResetKeys {
  accountId: string;
  /** Whether anything would be lost, and whether the recovery code could keep it. */
  protection: 'none' | 'with_code' | 'without_code';
  keys: KeysWithSlot | null;
}

/** What a reset link and the recovery code open together; null where the link is not valid. */
export async function keysForReset(
  { db, clock }: Pick<Scope, 'db' | 'clock'>,
  { token }: { token: string },
): Promise<ResetKeys | null> {
  const [row] = await db.$queryRaw<(KeysRow & { accountId: string })[]>`
    SELECT * FROM app.reset_keys(${hashToken(token)}, ${clock.now()}::timestamptz)`;
  if (!row) return null;
  const { accountId, keysId } = row;
  if (hasSlot(row)) return { accountId, protection: 'with_code', keys: keysOf(row) };
  return { accountId, protection: keysId === null ? 'none' : 'without_code', keys: null };
}
