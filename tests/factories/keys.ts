import { randomBytes } from 'node:crypto';
import { makeKeys } from '$lib/key/own-keys';
import type { AppendEntry, KeysOfPassword, NewKeys } from '$lib/key/schema';
import { fromBase64url } from '$lib/platform/base64url';
import { newId } from '$lib/platform/id';
import type { UnlockedKeys } from '$lib/vault/account-keys';
import { emptyHead, signOwnEntry, type DirectoryEntry } from '$lib/vault/directory';
import { hkdfSha256 } from '$lib/vault/hkdf';
import { newPassword } from './password';
import type { World, WorldPerson } from './world';

const bytes = (text: string) => fromBase64url(text)!;

/** What a password would give, without a password. */
export const aWrappingKey = async (): Promise<CryptoKey> =>
  (await hkdfSha256(new Uint8Array(randomBytes(32)))).wrappingKey(new Uint8Array(0));

/** Real keys, as a browser makes them for this account. */
export const newKeysFor = async (accountId: string): Promise<NewKeys> =>
  (await makeKeys(accountId, await aWrappingKey())).keys;

/** What the form of a new account sends beside name and language. */
export async function newAccount() {
  const id = newId();
  return { id, ...newPassword(), keys: await newKeysFor(id) };
}

/** The keys of a password that was chosen for an account without any. */
export const firstKeysFor = async (accountId: string): Promise<KeysOfPassword> => ({
  kind: 'new',
  keys: await newKeysFor(accountId),
});

/** Gives a person of the world real keys, and answers them unlocked. */
export async function giveKeys(
  { owner, clock }: World,
  { accountId }: Pick<WorldPerson, 'accountId'>,
): Promise<UnlockedKeys> {
  const { keys, unlocked } = await makeKeys(accountId, await aWrappingKey());
  const createdAt = clock.now();
  await owner.accountKeys.updateMany({
    where: { accountId, retiredAt: null },
    data: { retiredAt: createdAt },
  });
  await owner.accountKeys.create({
    data: {
      id: keys.keysId,
      accountId,
      sealingPublic: bytes(keys.sealingPublic),
      signingPublic: bytes(keys.signingPublic),
      keyring: bytes(keys.keyring),
      createdAt,
      slots: { create: [{ kind: 'password', blob: bytes(keys.passwordSlot), createdAt }] },
    },
  });
  return unlocked;
}

/** The next entry for these keys in the directory of a cohort, as their owner's browser makes it. */
export async function nextEntry(
  { owner, clock }: World,
  keys: UnlockedKeys,
  cohortId: string,
  kind: 'added' | 'replaced' = 'added',
): Promise<AppendEntry['entry']> {
  const newest = await owner.keyDirectoryEntry.findFirst({
    where: { cohortId },
    orderBy: { sequence: 'desc' },
    select: { sequence: true, hash: true },
  });
  const head = newest
    ? { sequence: newest.sequence, hash: Buffer.from(newest.hash).toString('base64url') }
    : await emptyHead(cohortId);
  const entry = await signOwnEntry(keys, cohortId, head, kind, clock.now().getTime());
  return entry as AppendEntry['entry'];
}

/** Gives a person keys and enters them into the directory of the cohort. */
export async function enterKeys(
  world: World,
  person: Pick<WorldPerson, 'accountId'>,
  cohortId = world.cohortA,
): Promise<UnlockedKeys> {
  const keys = await giveKeys(world, person);
  await appendEntry(world, await nextEntry(world, keys, cohortId), cohortId);
  return keys;
}

/** Writes an entry as it is, past everything that would check it. */
export async function appendEntry(
  { owner }: World,
  entry: DirectoryEntry,
  cohortId: string,
): Promise<void> {
  const orNull = (text: string | null) => (text === null ? null : bytes(text));
  await owner.keyDirectoryEntry.create({
    data: {
      ...entry,
      cohortId,
      previous: bytes(entry.previous),
      sealingPublic: orNull(entry.sealingPublic),
      signingPublic: orNull(entry.signingPublic),
      signature: orNull(entry.signature),
      at: new Date(entry.at),
      hash: bytes(entry.hash),
    },
  });
}
