import { z } from 'zod';
import { toBase64url } from '$lib/platform/base64url';
import { AppError } from '$lib/platform/errors';
import { secureRandomBytes } from '$lib/platform/random';
import type { UnlockedKeys } from './account-keys';
import { decoded, encode, sha256, type Bytes } from './encoding';
import { isSignedBy, sign, type Directory, type DirectoryHead, type MemberKeys } from './directory';
import { hpkeOpen, hpkeSeal } from './hpke';

/** As the server keeps it; base64url. */
export type StoredEpoch = {
  /** From 1, without gaps. */
  epoch: number;
  record: string;
  signature: string;
};

/** The key of an epoch, sealed for one person. */
export type SealedKey = { epoch: number; accountId: string; keysId: string; sealed: string };

/** Who may read one epoch of a thread, said and signed by somebody who could read the one before. */
export type Epoch = {
  threadId: string;
  epoch: number;
  participants: { accountId: string; keysId: string }[];
  /** The directory that the author had seen. */
  head: DirectoryHead;
  /** SHA-256 of the key, labelled: what is opened must fit. */
  commitment: string;
  authorId: string;
  /** Hash of this record: what sealed keys, contributions and the next epoch are bound to. */
  hash: string;
};

const VERSION = 1;
const KEY_BYTES = 32;
const utf8 = new TextEncoder();

const person = z.strictObject({ accountId: z.string(), keysId: z.string() });
const recordSchema = z.strictObject({
  version: z.literal(VERSION),
  threadId: z.string(),
  epoch: z.int().min(1),
  previous: z.string(),
  participants: z.array(person).min(1),
  head: z.strictObject({ sequence: z.int().min(1), hash: z.string() }),
  commitment: z.string(),
  author: person,
});
type Record = z.infer<typeof recordSchema>;

const statement = (record: Bytes): Bytes => encode('werkraum/epoch/1', record);
const hashOf = async (record: Bytes): Promise<string> =>
  toBase64url(await sha256(statement(record)));
const commitmentOf = async (key: Bytes): Promise<string> =>
  toBase64url(await sha256(encode('werkraum/epoch-commitment/1', key)));
const sealingInfo = (epoch: Pick<Epoch, 'threadId' | 'epoch' | 'hash'>, recipient: MemberKeys) =>
  encode(
    'werkraum/epoch-key/1',
    epoch.threadId,
    epoch.epoch,
    decoded(epoch.hash),
    recipient.accountId,
    recipient.keysId,
    recipient.sealingPublic,
  );

/**
 * A new epoch: a fresh key, sealed for each participant, with a signed record of who they are.
 * @param order.participants with their keys of the directory, the author among them
 * @param order.previous null for the first epoch, whose author is the case giver
 */
export async function createEpoch(
  author: UnlockedKeys,
  order: {
    threadId: string;
    previous: Epoch | null;
    participants: MemberKeys[];
    head: DirectoryHead;
  },
): Promise<{ stored: StoredEpoch; keys: SealedKey[]; epoch: Epoch; key: CryptoKey }> {
  const key = secureRandomBytes(KEY_BYTES);
  const record: Record = {
    version: VERSION,
    threadId: order.threadId,
    epoch: (order.previous?.epoch ?? 0) + 1,
    previous: order.previous?.hash ?? '',
    participants: order.participants.map(({ accountId, keysId }) => ({ accountId, keysId })),
    head: { sequence: order.head.sequence, hash: order.head.hash },
    commitment: await commitmentOf(key),
    author: { accountId: author.accountId, keysId: author.keysId },
  };
  const bytes = utf8.encode(JSON.stringify(record));
  const epoch = epochOf(record, await hashOf(bytes));
  const keys = await Promise.all(order.participants.map((to) => sealFor(epoch, key, to)));
  const stored = {
    epoch: record.epoch,
    record: toBase64url(bytes),
    signature: await sign(author, statement(bytes)),
  };
  const imported = await importEpochKey(key);
  key.fill(0);
  return { stored, keys, epoch, key: imported };
}

const sealFor = async (epoch: Epoch, key: Bytes, recipient: MemberKeys): Promise<SealedKey> => ({
  epoch: epoch.epoch,
  accountId: recipient.accountId,
  keysId: recipient.keysId,
  sealed: toBase64url(await hpkeSeal(recipient.sealingPublic, sealingInfo(epoch, recipient), key)),
});

const epochOf = (record: Record, hash: string): Epoch => ({
  threadId: record.threadId,
  epoch: record.epoch,
  participants: record.participants,
  head: record.head,
  commitment: record.commitment,
  authorId: record.author.accountId,
  hash,
});

const importEpochKey = (key: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']);

/**
 * Checks the epochs of a thread against the directory: an unbroken chain from the case giver's first
 * one; each signed by somebody who was in the one before; whoever is new was brought by the case giver;
 * everybody with keys that were in force.
 * @throws AppError `vault_thread_damaged`, `vault_thread_stranger` (somebody is in it whom nobody with
 *   the right to do so has let in)
 */
export async function verifyEpochs(
  threadId: string,
  caseGiverId: string,
  stored: readonly StoredEpoch[],
  directory: Directory,
): Promise<Epoch[]> {
  const read = await Promise.all(stored.map((one) => readEpoch(threadId, one, directory)));
  read.forEach(({ epoch, previousHash }, index) => {
    const before = read[index - 1]?.epoch;
    if (epoch.epoch !== index + 1 || previousHash !== (before?.hash ?? '')) {
      throw new AppError('vault_thread_damaged');
    }
    if (before && epoch.head.sequence < before.head.sequence) {
      throw new AppError('vault_thread_damaged');
    }
    const known = before ? before.participants : [{ accountId: caseGiverId }];
    const wasIn = (accountId: string) => known.some((one) => one.accountId === accountId);
    if (!wasIn(epoch.authorId)) throw new AppError('vault_thread_stranger');
    const isEveryoneKnown = epoch.participants.every(({ accountId }) => wasIn(accountId));
    if (!isEveryoneKnown && epoch.authorId !== caseGiverId) {
      throw new AppError('vault_thread_stranger');
    }
  });
  return read.map(({ epoch }) => epoch);
}

async function readEpoch(threadId: string, stored: StoredEpoch, directory: Directory) {
  const bytes = decoded(stored.record);
  const record = parseRecord(bytes);
  const { head, author, participants } = record;
  const isOurs = record.threadId === threadId && directory.hashes[head.sequence] === head.hash;
  if (!isOurs) throw new AppError('vault_thread_damaged');

  // Whoever takes part had these keys when the epoch was made; the author as well.
  const inForce = ({ accountId, keysId }: { accountId: string; keysId: string }) => {
    const keys = directory.everyKeys.get(keysId);
    if (keys?.accountId !== accountId || keys.sequence > head.sequence) return undefined;
    return keys.endedBy === null || keys.endedBy > head.sequence ? keys : undefined;
  };
  const signer = inForce(author);
  if (!signer || !participants.every(inForce)) throw new AppError('vault_thread_stranger');
  if (!(await isSignedBy(signer.signingPublic, stored.signature, statement(bytes)))) {
    throw new AppError('vault_thread_forged');
  }
  return { epoch: epochOf(record, await hashOf(bytes)), previousHash: record.previous };
}

function parseRecord(bytes: Bytes): Record {
  try {
    return recordSchema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    throw new AppError('vault_thread_damaged');
  }
}

async function openRaw(keys: UnlockedKeys, epoch: Epoch, sealed: string): Promise<Bytes> {
  const me = { ...keys, sequence: 0, endedBy: null, at: 0, isReplacement: false };
  const raw = await hpkeOpen(keys.sealing, sealingInfo(epoch, me), decoded(sealed));
  if ((await commitmentOf(raw)) !== epoch.commitment) throw new AppError('vault_thread_damaged');
  return raw;
}

/**
 * The key of an epoch, for the person it was sealed for.
 * @throws AppError `vault_wrong_key` (sealed for other keys, another thread or epoch),
 *   `vault_thread_damaged` (another key than the record commits to)
 */
export async function openEpoch(
  keys: UnlockedKeys,
  epoch: Epoch,
  sealed: string,
): Promise<CryptoKey> {
  const raw = await openRaw(keys, epoch, sealed);
  const key = await importEpochKey(raw);
  raw.fill(0);
  return key;
}

/**
 * The key of an epoch without the chain that it stands in: for reading back what one has written and
 * signed oneself, where thread and directory are no longer served. It says nothing of who else reads it.
 * @throws AppError as `openEpoch`; `vault_thread_damaged` for the record of another thread or epoch
 */
export async function openEpochAlone(
  keys: UnlockedKeys,
  threadId: string,
  { epoch, record }: Pick<StoredEpoch, 'epoch' | 'record'>,
  sealed: string,
): Promise<CryptoKey> {
  const bytes = decoded(record);
  const parsed = parseRecord(bytes);
  if (parsed.threadId !== threadId || parsed.epoch !== epoch) {
    throw new AppError('vault_thread_damaged');
  }
  return openEpoch(keys, epochOf(parsed, await hashOf(bytes)), sealed);
}

/**
 * The key of an epoch for a participant whose keys were lost, sealed anew by another participant, who
 * has spoken with that person and compared the words (`keyWords`) before.
 * @throws AppError `vault_thread_stranger` for somebody who was not in that epoch; as `openEpoch`
 */
export async function resealEpoch(
  keys: UnlockedKeys,
  epoch: Epoch,
  sealed: string,
  recipient: MemberKeys,
): Promise<SealedKey> {
  if (!epoch.participants.some(({ accountId }) => accountId === recipient.accountId)) {
    throw new AppError('vault_thread_stranger');
  }
  const raw = await openRaw(keys, epoch, sealed);
  const resealed = await sealFor(epoch, raw, recipient);
  raw.fill(0);
  return resealed;
}
