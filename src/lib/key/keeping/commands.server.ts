import type { Scope } from '$lib/access/scope.server';
import { AppError } from '$lib/platform/errors';
import type { KeysOfPassword, NewKeys, PasskeySlot } from '../schema';
import { decoded } from '$lib/vault/encoding';

/** Whose keys it is about: the transaction has to act as this account. */
interface Keeping extends Pick<Scope, 'db' | 'clock'> {
  accountId: string;
}

/**
 * Keeps the first keys of an account with their password slot; the same ones again change nothing.
 *
 * @throws AppError `keys_changed` where the account has other ones already
 */
export async function keepNewKeys(
  { db, clock, accountId }: Keeping,
  { keysId, passwordSlot, ...keys }: NewKeys,
): Promise<void> {
  const createdAt = clock.now();
  const { count } = await db.accountKeys.createMany({
    data: [
      {
        id: keysId,
        accountId,
        sealingPublic: decoded(keys.sealingPublic),
        signingPublic: decoded(keys.signingPublic),
        keyring: decoded(keys.keyring),
        createdAt,
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0) {
    const same = { id: keysId, accountId, retiredAt: null };
    if ((await db.accountKeys.count({ where: same })) === 0) throw new AppError('keys_changed');
    return;
  }
  await db.keySlot.createMany({
    data: [{ accountId, keysId, kind: 'password', blob: decoded(passwordSlot), createdAt }],
  });
}

/**
 * New keys take the place of those in use. Nothing opens the ones before any more (ADR 11): not the
 * forgotten password, and no sheet or device that turns up one day in whoever's hands.
 */
export async function replaceKeys(keeping: Keeping, keys: NewKeys): Promise<void> {
  const { db, clock, accountId } = keeping;
  const inUse = { accountId, retiredAt: null, id: { not: keys.keysId } };
  await db.keySlot.deleteMany({ where: { accountId, keys: inUse } });
  await db.accountKeys.updateMany({ where: inUse, data: { retiredAt: clock.now() } });
  await keepNewKeys(keeping, keys);
}

/** @throws AppError `keys_changed` where these are not the keys in use */
async function rewrapPassword(
  { db, clock, accountId }: Keeping,
  { keysId, passwordSlot }: { keysId: string; passwordSlot: string },
): Promise<void> {
  const { count } = await db.keySlot.updateMany({
    where: { accountId, keysId, kind: 'password', keys: { retiredAt: null } },
    data: { blob: decoded(passwordSlot), createdAt: clock.now() },
  });
  if (count === 0) throw new AppError('keys_changed');
}

/** A changed password opens the same keys, or (where the account had none) its first ones. */
export const keepWithPassword = (keeping: Keeping, change: KeysOfPassword): Promise<void> =>
  change.kind === 'kept' ? rewrapPassword(keeping, change) : keepNewKeys(keeping, change.keys);

/** A password that was set anew opens the same keys, thanks to the recovery code, or new ones. */
export const keepAfterReset = (keeping: Keeping, change: KeysOfPassword): Promise<void> =>
  change.kind === 'kept' ? rewrapPassword(keeping, change) : replaceKeys(keeping, change.keys);

/**
 * A passkey opens the same keys as the password; the slot goes with the passkey (app.passkey_slot_end).
 *
 * @throws AppError `keys_changed` where these are not the keys in use
 */
export async function keepPasskeySlot(
  { db, clock, accountId }: Keeping,
  passkeyId: string,
  { keysId, blob }: PasskeySlot,
): Promise<void> {
  const inUse = { id: keysId, accountId, retiredAt: null };
  if ((await db.accountKeys.count({ where: inUse })) === 0) throw new AppError('keys_changed');
  const slot = { kind: 'passkey', reference: passkeyId, blob: decoded(blob) } as const;
  await db.keySlot.deleteMany({ where: { accountId, kind: 'passkey', reference: passkeyId } });
  await db.keySlot.createMany({ data: [{ accountId, keysId, ...slot, createdAt: clock.now() }] });
}
