import type { Slot, StoredKeys, UnlockedKeys } from '$lib/vault/account-keys';
import { client } from '$lib/access/client';
import type { StretchedPassword } from '$lib/vault/stretch';
import { AppError } from '$lib/platform/errors';
import type { KeysWithSlot, ResetKeys } from './queries.server';
import type { KeysOfPassword, NewKeys, PasskeySlot } from './schema';

// The cryptography itself (lib/vault) is fetched when it is needed: pages open before it is there.
const vault = () => import('$lib/vault/account-keys');

const storedOf = ({ keysId, sealingPublic, signingPublic, keyring }: KeysWithSlot): StoredKeys => ({
  keysId,
  sealingPublic,
  signingPublic,
  keyring,
});

/** The first keys of an account, or new ones; the password opens them from now on. */
export async function makeKeys(
  accountId: string,
  passwordKey: CryptoKey,
): Promise<{ keys: NewKeys; unlocked: UnlockedKeys; accountKey: CryptoKey }> {
  const { createAccountKeys, wrapAccountKey } = await vault();
  const { stored, accountKey, unlocked } = await createAccountKeys(accountId);
  const slot = { kind: 'password', accountId, keysId: stored.keysId } as const;
  const passwordSlot = await wrapAccountKey(accountKey, passwordKey, slot);
  return { keys: { ...stored, passwordSlot }, unlocked, accountKey };
}

/**
 * Opens keys with what the password or the recovery code gives. The account key goes no further than to
 * another slot.
 *
 * @throws AppError `vault_wrong_key`
 */
export async function openKeys(
  accountId: string,
  keys: KeysWithSlot,
  key: CryptoKey,
  kind: Slot['kind'] = 'password',
): Promise<{ accountKey: CryptoKey; unlocked: UnlockedKeys }> {
  const { openAccountKeys, unwrapAccountKey } = await vault();
  const { keysId } = keys;
  const accountKey = await unwrapAccountKey(keys.slot, key, { kind, accountId, keysId });
  const unlocked = await openAccountKeys(accountKey, accountId, storedOf(keys));
  return { accountKey, unlocked };
}

/**
 * What signing in opens. An account from before there were keys gets its first ones now.
 *
 * @param signedIn what the server answered
 */
export async function unlockAtSignIn(
  { accountId, keys }: { accountId: string; keys: KeysWithSlot | null },
  { signInSecret, wrappingKey }: StretchedPassword,
): Promise<UnlockedKeys> {
  if (keys) return (await openKeys(accountId, keys, wrappingKey)).unlocked;
  const made = await makeKeys(accountId, wrappingKey);
  await client.key.begin.mutate({ presentSecret: signInSecret, keys: made.keys });
  return made.unlocked;
}

/** Keys for the password that comes, opened with the one that goes: the same ones, or the first. */
export async function keysForNewPassword(
  accountId: string,
  { keys }: { keys: KeysWithSlot | null },
  presentKey: CryptoKey,
  newKey: CryptoKey,
): Promise<{ keys: KeysOfPassword; unlocked: UnlockedKeys }> {
  if (keys) return keepKeys(accountId, keys, { key: presentKey, kind: 'password' }, newKey);
  const made = await makeKeys(accountId, newKey);
  return { keys: { kind: 'new', keys: made.keys }, unlocked: made.unlocked };
}

/** The same keys under a new password, opened with the one before or with the recovery code. */
export async function keepKeys(
  accountId: string,
  keys: KeysWithSlot,
  { key, kind }: { key: CryptoKey; kind: 'password' | 'recovery' },
  newKey: CryptoKey,
): Promise<{ keys: KeysOfPassword; unlocked: UnlockedKeys }> {
  const { accountKey, unlocked } = await openKeys(accountId, keys, key, kind);
  const { wrapAccountKey } = await vault();
  const { keysId } = keys;
  const slot = { kind: 'password', accountId, keysId } as const;
  const passwordSlot = await wrapAccountKey(accountKey, newKey, slot);
  return { keys: { kind: 'kept', keysId, passwordSlot }, unlocked };
}

/** How somebody sets a forgotten password anew. */
export interface ResetChoice {
  protection: ResetKeys['protection'];
  /** Whether the person has the code at hand; a radio button's value. */
  hasCode: 'yes' | 'no';
  /** As typed. */
  code: string;
  hasUnderstood: boolean;
}

/**
 * Keys for a password that is set anew: with the recovery code the same ones, else new ones, after the
 * person was told what is lost.
 *
 * @param found fetches what the recovery code opens
 * @throws AppError `recovery_code_invalid`, `loss_not_confirmed`, `vault_wrong_key`
 */
export async function keysAfterReset(
  accountId: string,
  { protection, hasCode, code, hasUnderstood }: ResetChoice,
  found: () => Promise<ResetKeys | null>,
  newKey: CryptoKey,
): Promise<{ keys: KeysOfPassword; unlocked: UnlockedKeys }> {
  if (protection === 'with_code' && hasCode === 'yes') {
    const { parseRecoveryCode, recoveryWrappingKey } = await import('$lib/vault/recovery-code');
    const parsed = parseRecoveryCode(code);
    if (parsed === null) throw new AppError('recovery_code_invalid');
    const keys = (await found())?.keys;
    if (!keys) throw new AppError('keys_changed');
    const key = await recoveryWrappingKey(parsed);
    return keepKeys(accountId, keys, { key, kind: 'recovery' }, newKey);
  }
  if (protection !== 'none' && !hasUnderstood) throw new AppError('loss_not_confirmed');
  const made = await makeKeys(accountId, newKey);
  return { keys: { kind: 'new', keys: made.keys }, unlocked: made.unlocked };
}

/** The account key, as only the recovery code opens it. */
export async function wrapForRecovery(
  accountId: string,
  keysId: string,
  accountKey: CryptoKey,
  code: string,
): Promise<string> {
  const [{ wrapAccountKey }, { recoveryWrappingKey }] = await Promise.all([
    vault(),
    import('$lib/vault/recovery-code'),
  ]);
  const slot = { kind: 'recovery', accountId, keysId } as const;
  return wrapAccountKey(accountKey, await recoveryWrappingKey(code), slot);
}

/**
 * Puts a recovery code beside the password; the one before opens nothing any more. What the server gets
 * is sealed with the code, which it never learns.
 *
 * @param own the keys in use; none yet: they begin now
 * @param code as `newRecoveryCode` gives it
 */
export async function makeRecovery(
  own: { accountId: string; keys: KeysWithSlot | null },
  present: StretchedPassword,
  code: string,
): Promise<{ unlocked: UnlockedKeys }> {
  const { accountId } = own;
  if (!own.keys) await unlockAtSignIn(own, present);
  const keys = own.keys ?? (await client.key.own.query()).keys;
  if (!keys) throw new AppError('keys_changed');
  const { accountKey, unlocked } = await openKeys(accountId, keys, present.wrappingKey);
  const { keysId } = keys;
  const blob = await wrapForRecovery(accountId, keysId, accountKey, code);
  const presentSecret = present.signInSecret;
  await client.key.keepRecovery.mutate({ presentSecret, keysId, blob });
  return { unlocked };
}

/**
 * Lets a passkey open the keys too.
 *
 * @param own the keys in use; none yet: they begin now
 * @param unlocksWith what the device gives for this passkey, and never leaves the browser
 */
export async function makePasskeySlot(
  own: { accountId: string; keys: KeysWithSlot | null },
  present: StretchedPassword,
  unlocksWith: Uint8Array<ArrayBuffer>,
): Promise<PasskeySlot> {
  const { accountId } = own;
  if (!own.keys) await unlockAtSignIn(own, present);
  const keys = own.keys ?? (await client.key.own.query()).keys;
  if (!keys) throw new AppError('keys_changed');
  const { accountKey } = await openKeys(accountId, keys, present.wrappingKey);
  const [{ wrapAccountKey }, { passkeyWrappingKey }] = await Promise.all([
    vault(),
    import('$lib/vault/recovery-code'),
  ]);
  const { keysId } = keys;
  const slot = { kind: 'passkey', accountId, keysId } as const;
  const blob = await wrapAccountKey(accountKey, await passkeyWrappingKey(unlocksWith), slot);
  return { keysId, blob };
}

/** What signing in with a passkey opens; null where this one opens nothing. */
export async function unlockWithPasskey(
  { accountId, keys }: { accountId: string; keys: KeysWithSlot | null },
  unlocksWith: Uint8Array<ArrayBuffer> | null,
): Promise<UnlockedKeys | null> {
  if (!keys || !unlocksWith) return null;
  const { passkeyWrappingKey } = await import('$lib/vault/recovery-code');
  const key = await passkeyWrappingKey(unlocksWith);
  return (await openKeys(accountId, keys, key, 'passkey')).unlocked;
}
