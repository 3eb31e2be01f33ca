import { toBase64url } from '$lib/platform/base64url';
import { AppError } from '$lib/platform/errors';
import { openOwn, sealOwn, type UnlockedKeys } from '$lib/vault/account-keys';
import {
  verifyDirectory,
  type Directory,
  type DirectoryEntry,
  type DirectoryHead,
} from '$lib/vault/directory';

/** What a person has seen of a directory, and what she or he has compared with the others. */
export interface TrustRecord {
  /** The newest state that was seen. */
  seen: DirectoryHead | null;
  /** The state whose twelve words were heard and compared. */
  heard: DirectoryHead | null;
  /** When that was, in milliseconds since 1970. */
  heardAt: number | null;
  /** Keys that were compared, by the twelve words or one by one: account → set of keys. */
  compared: Record<string, string>;
}

/**
 * How far a person's keys can be trusted: compared; not compared yet; or other ones than were compared
 * or stood here before.
 */
export type KeyTrustState = 'verified' | 'unverified' | 'changed' | 'missing';

export const nothingSeen: TrustRecord = { seen: null, heard: null, heardAt: null, compared: {} };

const purposeOf = (cohortId: string) => `trust/${cohortId}`;

/** The own record; nothing where there is none, or where it was made with keys that are lost. */
export async function openTrust(
  keys: UnlockedKeys,
  cohortId: string,
  blob: string | null,
): Promise<TrustRecord> {
  if (blob === null) return nothingSeen;
  try {
    return JSON.parse(await openOwn(keys, purposeOf(cohortId), blob)) as TrustRecord;
  } catch {
    return nothingSeen;
  }
}

export const sealTrust = (
  keys: UnlockedKeys,
  cohortId: string,
  record: TrustRecord,
): Promise<string> => sealOwn(keys, purposeOf(cohortId), JSON.stringify(record));

/**
 * Verifies a directory against everything that was seen of it: by this browser, and by the person on
 * any device.
 *
 * @throws AppError `vault_directory_*`
 */
export async function verifyContinued(
  cohortId: string,
  entries: readonly DirectoryEntry[],
  seen: readonly (DirectoryHead | null)[],
): Promise<Directory> {
  const heads = seen.filter((head) => head !== null).sort((a, b) => b.sequence - a.sequence);
  const [newest = null, ...earlier] = heads;
  const directory = await verifyDirectory(cohortId, entries, newest);
  const isContinued = earlier.every(({ sequence, hash }) => directory.hashes[sequence] === hash);
  if (!isContinued) throw new AppError('vault_directory_rewritten');
  return directory;
}

/**
 * @throws AppError `vault_directory_damaged` where the directory says something else about the own keys
 *   than the person holds
 */
export function ensureOwnKeys(keys: UnlockedKeys, { everyKeys }: Directory): void {
  const entered = everyKeys.get(keys.keysId);
  if (!entered) return;
  const isSame =
    entered.accountId === keys.accountId &&
    toBase64url(entered.sealingPublic) === toBase64url(keys.sealingPublic) &&
    toBase64url(entered.signingPublic) === toBase64url(keys.signingPublic);
  if (!isSame) throw new AppError('vault_directory_damaged');
}

/** Whether somebody's present keys were compared, and whether they are other ones than before. */
export function trustStateOf(
  accountId: string,
  ownAccountId: string,
  { members }: Pick<Directory, 'members'>,
  { compared }: TrustRecord,
): KeyTrustState {
  const present = members.get(accountId);
  if (!present) return 'missing';
  if (accountId === ownAccountId || compared[accountId] === present.keysId) return 'verified';
  return accountId in compared || present.isReplacement ? 'changed' : 'unverified';
}

/** After a newer state was seen. */
export const withSeen = (record: TrustRecord, head: DirectoryHead): TrustRecord => ({
  ...record,
  seen: record.seen && record.seen.sequence > head.sequence ? record.seen : head,
});

/** After the twelve words of this state were heard: they stand for everyone's keys at once. */
export const withHeard = (
  record: TrustRecord,
  { head, members }: Pick<Directory, 'head' | 'members'>,
  at: number,
): TrustRecord => ({
  ...record,
  heard: head,
  heardAt: at,
  compared: {
    ...record.compared,
    ...Object.fromEntries([...members.values()].map((one) => [one.accountId, one.keysId])),
  },
});

/** A comparison that was a mistake is taken back: nobody counts as compared. */
export const withoutHeard = ({ seen }: TrustRecord): TrustRecord => ({ ...nothingSeen, seen });

/** After one person's own words were compared, at the telephone or face to face. */
export const withCompared = (
  record: TrustRecord,
  { accountId, keysId }: { accountId: string; keysId: string },
): TrustRecord => ({ ...record, compared: { ...record.compared, [accountId]: keysId } });
