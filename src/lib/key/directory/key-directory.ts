import { client } from '$lib/access/client';
import type { UnlockedKeys } from '$lib/vault/account-keys';
import type { Directory, DirectoryEntry } from '$lib/vault/directory';
import { keepSeenHead, readSeenHead } from '../browser-store';
import { missingOwnEntry } from './own-entry';
import type { DirectoryPerson, DirectoryView } from './queries.server';
import {
  ensureOwnKeys,
  openTrust,
  sealTrust,
  trustStateOf,
  verifyContinued,
  type KeyTrustState,
  type TrustRecord,
} from './trust';

/** A cohort's key directory that continues everything that was seen of it. */
export interface TrustedDirectory extends Directory {
  entries: DirectoryEntry[];
  people: DirectoryPerson[];
  trust: TrustRecord;
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
export async function loadDirectory(
  keys: UnlockedKeys,
  cohortId: string,
  view?: DirectoryView,
): Promise<TrustedDirectory> {
  for (let attempt = 1; ; attempt += 1) {
    const fetched = attempt === 1 && view ? view : await client.key.directory.query({ cohortId });
    const directory = await readDirectory(keys, cohortId, fetched);
    const entry = await missingOwnEntry(keys, directory, Date.now());
    if (!entry) return directory;
    const refusal = await client.key.append.mutate({ cohortId, entry }).then(
      () => null,
      (error: { data?: { appCode?: string } }) => error,
    );
    // An archive takes no keys any more: who is not in it yet reads what she or he could read before.
    if (refusal?.data?.appCode === 'cohort_archived') return directory;
    if (refusal && (refusal.data?.appCode !== 'conflict' || attempt === TRIES)) throw refusal;
  }
}

async function readDirectory(
  keys: UnlockedKeys,
  cohortId: string,
  { entries, people, trust: blob }: DirectoryView,
): Promise<TrustedDirectory> {
  const { accountId } = keys;
  const trust = await openTrust(keys, cohortId, blob);
  const pinned = await readSeenHead(accountId, cohortId);
  const directory = await verifyContinued(cohortId, entries, [pinned, trust.seen]);
  ensureOwnKeys(keys, directory);
  const { head } = directory;
  if (pinned?.hash !== head.hash) await keepSeenHead(accountId, cohortId, head);
  if (trust.seen?.hash !== head.hash) await keepTrust(keys, cohortId, { ...trust, seen: head });
  return {
    ...directory,
    entries,
    people,
    trust,
    stateOf: (id) => trustStateOf(id, accountId, directory, trust),
  };
}

/** Notes what was seen and compared, for all devices of the person. */
export async function keepTrust(
  keys: UnlockedKeys,
  cohortId: string,
  record: TrustRecord,
): Promise<void> {
  const blob = await sealTrust(keys, cohortId, record);
  await client.key.keepTrust.mutate({ cohortId, blob });
}
