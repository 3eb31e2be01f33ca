import { toBase64url } from '$lib/platform/base64url';
import { AppError } from '$lib/platform/errors';
import { ECDSA, type UnlockedKeys } from './account-keys';
import { decoded, encode, sha256, type Bytes } from './encoding';

export type DirectoryChange = 'added' | 'replaced' | 'removed';

/** One line of a cohort's key directory; keys, hashes and signature base64url. */
export type DirectoryEntry = {
  /** From 1, without gaps. */
  sequence: number;
  /** Hash of the entry before. */
  previous: string;
  kind: DirectoryChange;
  accountId: string;
  /** Null in a removal, as both public keys. */
  keysId: string | null;
  sealingPublic: string | null;
  signingPublic: string | null;
  /** Milliseconds since 1970. */
  at: number;
  /** By the keys that are entered; null in a removal. */
  signature: string | null;
  hash: string;
};

/** Where a directory stands. Sequence 0 is the empty one. */
export type DirectoryHead = { sequence: number; hash: string };

/** Keys that somebody has or had. */
export type MemberKeys = {
  accountId: string;
  keysId: string;
  sealingPublic: Bytes;
  signingPublic: Bytes;
  /** The entry that brought them, and the one that ended them. */
  sequence: number;
  endedBy: number | null;
  at: number;
  /** They came in the place of others: whoever writes to this person should know. */
  isReplacement: boolean;
};

export type Directory = {
  cohortId: string;
  head: DirectoryHead;
  /** Who holds keys now, by account. */
  members: Map<string, MemberKeys>;
  /** All keys that ever were, by their id. */
  everyKeys: Map<string, MemberKeys>;
  /** Hash after each entry; index 0 is the empty directory. */
  hashes: string[];
};

type Statement = Omit<DirectoryEntry, 'signature' | 'hash'>;

const SIGNING = { name: 'ECDSA', hash: 'SHA-256' };

const statementBytes = (cohortId: string, entry: Statement): Bytes =>
  encode(
    'werkraum/directory/1',
    cohortId,
    entry.sequence,
    decoded(entry.previous),
    entry.kind,
    entry.accountId,
    entry.keysId ?? '',
    decoded(entry.sealingPublic ?? ''),
    decoded(entry.signingPublic ?? ''),
    entry.at,
  );

export async function emptyHead(cohortId: string): Promise<DirectoryHead> {
  return { sequence: 0, hash: await hashOf(encode('werkraum/directory/1', cohortId)) };
}

const hashOf = async (bytes: Bytes): Promise<string> => toBase64url(await sha256(bytes));

/** Signs with the person's own key. */
export const sign = async (keys: UnlockedKeys, statement: Bytes): Promise<string> =>
  toBase64url(
    new Uint8Array(await crypto.subtle.sign(SIGNING, keys.signing.privateKey, statement)),
  );

/** False also for what is no key at all. */
export async function isSignedBy(
  signingPublic: Bytes,
  signature: string,
  statement: Bytes,
): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('raw', signingPublic, ECDSA, false, ['verify']);
    return await crypto.subtle.verify(SIGNING, key, decoded(signature), statement);
  } catch {
    return false;
  }
}

/** The entry with which a person's keys come into the directory that stands at `head`. */
export async function signOwnEntry(
  keys: UnlockedKeys,
  cohortId: string,
  head: DirectoryHead,
  kind: 'added' | 'replaced',
  at: number,
): Promise<DirectoryEntry> {
  const statement = {
    sequence: head.sequence + 1,
    previous: head.hash,
    kind,
    accountId: keys.accountId,
    keysId: keys.keysId,
    sealingPublic: toBase64url(keys.sealingPublic),
    signingPublic: toBase64url(keys.signingPublic),
    at,
  };
  const bytes = statementBytes(cohortId, statement);
  return { ...statement, signature: await sign(keys, bytes), hash: await hashOf(bytes) };
}

/**
 * The entry that ends a person's keys. Nobody signs it: the server makes it the moment a membership
 * ends, whoever ended it and whether a browser is open or not. It can only take away.
 */
export async function removalEntry(
  cohortId: string,
  head: DirectoryHead,
  accountId: string,
  at: number,
): Promise<DirectoryEntry> {
  const statement: Statement = {
    sequence: head.sequence + 1,
    previous: head.hash,
    kind: 'removed',
    accountId,
    keysId: null,
    sealingPublic: null,
    signingPublic: null,
    at,
  };
  return { ...statement, signature: null, hash: await hashOf(statementBytes(cohortId, statement)) };
}

/**
 * Reads a directory as the server serves it, and believes nothing: the chain must be whole, each key
 * signed by itself, and it must continue what this person has seen before.
 * @param seen the head that was seen last; null at the first time
 * @throws AppError `vault_directory_damaged` (chain, order or signature wrong), `vault_directory_shortened`
 *   (what was seen is missing at the end), `vault_directory_rewritten` (another past than was seen)
 */
export async function verifyDirectory(
  cohortId: string,
  entries: readonly DirectoryEntry[],
  seen: DirectoryHead | null,
): Promise<Directory> {
  const empty = await emptyHead(cohortId);
  const hashes = [empty.hash, ...entries.map((entry) => entry.hash)];
  const isEachRight = await Promise.all(
    entries.map((entry, index) => isEntryRight(cohortId, entry, index + 1, hashes[index]!)),
  );
  if (!isEachRight.every(Boolean)) throw new AppError('vault_directory_damaged');
  if (seen && seen.sequence > entries.length) throw new AppError('vault_directory_shortened');
  if (seen && hashes[seen.sequence] !== seen.hash) throw new AppError('vault_directory_rewritten');

  const members = new Map<string, MemberKeys>();
  const everyKeys = new Map<string, MemberKeys>();
  const hadKeys = new Set<string>();
  for (const entry of entries) {
    const before = members.get(entry.accountId);
    if ((entry.kind === 'added') === Boolean(before)) throw new AppError('vault_directory_damaged');
    if (before) before.endedBy = entry.sequence;
    if (entry.kind === 'removed') {
      members.delete(entry.accountId);
      continue;
    }
    const known = everyKeys.get(entry.keysId!);
    // An id stands for one pair of keys for good; who comes back may bring the keys of before.
    if (known && (before || !isSameKeys(known, entry))) {
      throw new AppError('vault_directory_damaged');
    }
    const keys = known ?? keysOf(entry, hadKeys.has(entry.accountId));
    keys.endedBy = null;
    hadKeys.add(entry.accountId);
    members.set(entry.accountId, keys);
    everyKeys.set(keys.keysId, keys);
  }
  const head = { sequence: entries.length, hash: hashes.at(-1)! };
  return { cohortId, head, members, everyKeys, hashes };
}

async function isEntryRight(
  cohortId: string,
  entry: DirectoryEntry,
  sequence: number,
  previous: string,
): Promise<boolean> {
  if (entry.sequence !== sequence || entry.previous !== previous) return false;
  let statement: Bytes;
  try {
    statement = statementBytes(cohortId, entry);
  } catch {
    return false;
  }
  if ((await hashOf(statement)) !== entry.hash) return false;
  if (entry.kind === 'removed') return entry.keysId === null;
  if (!entry.keysId || !entry.sealingPublic || !entry.signingPublic || !entry.signature)
    return false;
  return isSignedBy(decoded(entry.signingPublic), entry.signature, statement);
}

const isSameKeys = (known: MemberKeys, entry: DirectoryEntry): boolean =>
  known.accountId === entry.accountId &&
  toBase64url(known.sealingPublic) === entry.sealingPublic &&
  toBase64url(known.signingPublic) === entry.signingPublic;

const keysOf = (entry: DirectoryEntry, isReplacement: boolean): MemberKeys => ({
  accountId: entry.accountId,
  keysId: entry.keysId!,
  sealingPublic: decoded(entry.sealingPublic!),
  signingPublic: decoded(entry.signingPublic!),
  sequence: entry.sequence,
  endedBy: null,
  at: entry.at,
  isReplacement,
});
