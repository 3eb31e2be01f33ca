import { client } from '$lib/access/client';
import { AppError } from '$lib/platform/errors';
import type { UnlockedKeys } from '$lib/vault/account-keys';
import type { Directory, DirectoryEntry, DirectoryHead } from '$lib/vault/directory';
import { dropSeenHead, keepSeenHead, readSeenHead } from '../browser-store';
import { missingOwnEntry } from './own-entry';
import type { DirectoryPerson, DirectoryView } from './queries.server';
import {
  ensureOwnKeys,
  nothingSeen,
  openTrust,
  sealTrust,
  trustStateOf,
  verifyContinued,
  withSeen,
  type KeyTrustState,
  type TrustRecord,
} from './trust';

/** A cohort's key directory that continues everything that was seen of it. */
export interface TrustedDirectory extends Directory {
  entries: DirectoryEntry[];
  people: DirectoryPerson[];
  trust: TrustRecord;
  /** The same as it is stored, sealed. */
  trustBlob: string | null;
  stateOf(accountId: string): KeyTrustState;
}

/** Somebody else may enter keys at the same moment; then it is tried again on top of theirs. */
const TRIES = 5;

/**
 * Fetches and verifies the directory, enters own keys where they are missing, and notes what was seen.
 *
 * @param view where the page has fetched it already
 * @throws AppError `vault_directory_*`: nothing may be sealed for anyone then
 */
export function loadDirectory(
  keys: UnlockedKeys,
  cohortId: string,
  view?: DirectoryView,
): Promise<TrustedDirectory> {
  const loaded = turn.then(() => loadInTurn(keys, cohortId, view));
  turn = loaded.catch(() => {});
  return loaded;
}

/** One after the other: of two that note at once what they have seen, the server would refuse one. */
let turn: Promise<unknown> = Promise.resolve();

async function loadInTurn(
  keys: UnlockedKeys,
  cohortId: string,
  view?: DirectoryView,
): Promise<TrustedDirectory> {
  for (let attempt = 1; ; attempt += 1) {
    const directory = await verifiedAnew(
      keys.accountId,
      cohortId,
      attempt === 1 ? view : undefined,
      (fetched, pinned) => readDirectory(keys, cohortId, fetched, pinned),
    );
    const entry = await missingOwnEntry(keys, directory, Date.now());
    if (!entry) return directory;
    const refusal = await refusalOf(client.key.append.mutate({ cohortId, entry }));
    // An archive takes no keys any more: who is not in it yet reads what she or he could read before.
    if (refusal === 'cohort_archived') return directory;
    if (refusal === 'conflict' && attempt === TRIES) throw new AppError('conflict');
  }
}

/**
 * Verifies a directory against what this browser has seen before it was fetched. What a page has fetched
 * earlier may be older than what another tab has seen since: then it is fetched anew before anybody is
 * alarmed.
 */
export async function verifiedAnew<Result>(
  accountId: string,
  cohortId: string,
  view: DirectoryView | undefined,
  verify: (view: DirectoryView, pinned: DirectoryHead | null) => Promise<Result>,
): Promise<Result> {
  if (view) {
    const seen = await readSeenHead(accountId, cohortId);
    const result = await verify(view, seen).catch(() => null);
    if (result !== null) return result;
  }
  const pinned = await readSeenHead(accountId, cohortId);
  return verify(await client.key.directory.query({ cohortId }), pinned);
}

async function readDirectory(
  keys: UnlockedKeys,
  cohortId: string,
  { entries, people, trust: blob }: DirectoryView,
  pinned: DirectoryHead | null,
): Promise<TrustedDirectory> {
  const { accountId } = keys;
  const trust = await openTrust(keys, cohortId, blob);
  const directory = await verifyContinued(cohortId, entries, [pinned, trust.seen]);
  ensureOwnKeys(keys, directory);
  const { head } = directory;
  if (pinned?.hash !== head.hash) await keepSeenHead(accountId, cohortId, head);
  const found = {
    ...directory,
    entries,
    people,
    trust,
    trustBlob: blob,
    stateOf: (id: string) => trustStateOf(id, accountId, directory, trust),
  };
  // Where another tab has just written, it has seen the same.
  if (trust.seen?.hash !== head.hash) await writeTrust(keys, found, withSeen(trust, head));
  return found;
}

const writeTrust = async (
  keys: UnlockedKeys,
  { cohortId, trustBlob: replaces }: Pick<TrustedDirectory, 'cohortId' | 'trustBlob'>,
  record: TrustRecord,
): Promise<'conflict' | null> => {
  const blob = await sealTrust(keys, cohortId, record);
  const refusal = await refusalOf(client.key.keepTrust.mutate({ cohortId, blob, replaces }));
  return refusal === 'conflict' ? 'conflict' : null;
};

/**
 * Notes what was compared, for all devices of the person, on top of what other tabs have noted.
 *
 * @param change what the comparison changes in a record
 */
export async function changeTrust(
  keys: UnlockedKeys,
  cohortId: string,
  change: (record: TrustRecord) => TrustRecord,
): Promise<void> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const { trust: trustBlob } = await client.key.directory.query({ cohortId });
    const record = change(await openTrust(keys, cohortId, trustBlob));
    if (!(await writeTrust(keys, { cohortId, trustBlob }, record))) return;
  }
  throw new AppError('conflict');
}

/**
 * Forgets what was seen and compared, and believes the directory as it stands: after the server was
 * restored from a backup, and the person has spoken with the moderator. Nobody counts as compared then.
 */
export async function startOver(keys: UnlockedKeys, cohortId: string): Promise<void> {
  await dropSeenHead(keys.accountId, cohortId);
  await changeTrust(keys, cohortId, () => nothingSeen);
}

/** The code of what a call may meet with in the ordinary course; anything else is thrown on. */
async function refusalOf(call: Promise<void>): Promise<'conflict' | 'cohort_archived' | null> {
  try {
    await call;
    return null;
  } catch (error) {
    const code = (error as { data?: { appCode?: string } }).data?.appCode;
    if (code === 'conflict' || code === 'cohort_archived') return code;
    throw error;
  }
}
