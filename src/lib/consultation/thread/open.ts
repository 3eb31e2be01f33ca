import { newId } from '$lib/platform/id';
import type { UnlockedKeys } from '$lib/vault/account-keys';
import type { Attachment } from '$lib/vault/attachment';
import {
  readThread,
  writeContribution,
  type ContributionHeader,
  type ReadContribution,
  type StoredContribution,
  type ThreadMemory,
} from '$lib/vault/contribution';
import type { Directory, MemberKeys } from '$lib/vault/directory';
import {
  createEpoch,
  openEpoch,
  resealEpoch,
  verifyEpochs,
  type Epoch,
  type SealedKey,
  type StoredEpoch,
} from '$lib/vault/epoch';

/** What the server serves of a thread; nothing of it is believed before it was checked. */
export interface ThreadMaterial<Stored extends StoredContribution = StoredContribution> {
  consultationId: string;
  caseGiverId: string;
  epochs: StoredEpoch[];
  /** Sealed for the person who reads. */
  sealed: SealedKey[];
  contributions: Stored[];
}

/** A thread that was checked and, as far as this person has the keys, decrypted. */
export interface OpenThread<Stored extends StoredContribution = StoredContribution> {
  consultationId: string;
  caseGiverId: string;
  directory: Directory;
  epochs: Epoch[];
  sealed: SealedKey[];
  epochKeys: Map<number, CryptoKey>;
  contributions: ReadContribution<Stored>[];
  /** Accounts that can read what is written now: as signed, not as the server says. */
  holders: string[];
  /** Epochs this person was part of with keys that are lost: somebody in the circle can bring them back. */
  lostEpochs: number[];
  memory: ThreadMemory;
}

/** A new thread belongs to its first epoch, which the case giver makes. */
export const beginThread = (
  keys: UnlockedKeys,
  directory: Directory,
  consultationId: string,
  participantIds: readonly string[],
) =>
  createEpoch(keys, {
    threadId: consultationId,
    previous: null,
    participants: keysIn(directory, participantIds),
    head: directory.head,
  });

/** Whoever holds no keys (yet, or any more) is left out. */
const keysIn = (directory: Directory, accountIds: readonly string[]): MemberKeys[] =>
  accountIds.flatMap((accountId) => directory.members.get(accountId) ?? []);

/**
 * Checks and opens a thread with a person's keys.
 * @param remembered what this device saw of the thread before; null at the first time
 * @throws AppError `vault_thread_…`: what the server served was bent; nothing of it should be shown
 */
export async function openThread<Stored extends StoredContribution>(
  keys: UnlockedKeys,
  directory: Directory,
  material: ThreadMaterial<Stored>,
  remembered: ThreadMemory | null,
): Promise<OpenThread<Stored>> {
  const { consultationId, caseGiverId, sealed } = material;
  const epochs = await verifyEpochs(consultationId, caseGiverId, material.epochs, directory);
  const epochKeys = new Map<number, CryptoKey>();
  await Promise.all(
    epochs.map(async (epoch) => {
      const own = sealedFor(keys, sealed, epoch.epoch);
      if (own) epochKeys.set(epoch.epoch, await openEpoch(keys, epoch, own.sealed));
    }),
  );
  const { contributions, memory } = await readThread({
    ...{ threadId: consultationId, directory, epochs, keys: epochKeys, remembered },
    contributions: material.contributions,
    withdrawalKind: 'withdrawal',
  });
  const isIn = ({ participants }: Epoch) =>
    participants.some(({ accountId }) => accountId === keys.accountId);
  return {
    ...{ consultationId, caseGiverId, directory, epochs, sealed, epochKeys, contributions, memory },
    holders: epochs.at(-1)?.participants.map(({ accountId }) => accountId) ?? [],
    lostEpochs: epochs
      .filter((epoch) => isIn(epoch) && !epochKeys.has(epoch.epoch))
      .map(({ epoch }) => epoch),
  };
}

const sealedFor = ({ accountId, keysId }: UnlockedKeys, sealed: SealedKey[], epoch: number) =>
  sealed.find((one) => one.epoch === epoch && one.accountId === accountId && one.keysId === keysId);

/** Where in the method something is written. */
export type Place = Pick<ContributionHeader, 'method' | 'phase' | 'round' | 'kind'>;

interface WritingOptions {
  /** Files that were sealed and uploaded before. */
  attachments?: readonly Attachment[];
  /** Another epoch than the thread's newest, when it was made a moment ago. */
  present?: { epoch: Epoch; key: CryptoKey } | undefined;
}

/** Encrypts and signs what a person writes now. */
export function write(
  thread: OpenThread,
  keys: UnlockedKeys,
  place: Place,
  text: string,
  { attachments = [], present }: WritingOptions = {},
): Promise<StoredContribution> {
  const { consultationId, contributions } = thread;
  const epoch = present?.epoch.epoch ?? thread.epochs.length;
  const key = present?.key ?? thread.epochKeys.get(epoch);
  if (!key) throw new TypeError('No key for the present epoch');
  const own = contributions.filter(({ authorId }) => authorId === keys.accountId);
  return writeContribution(
    keys,
    key,
    {
      ...place,
      id: newId(),
      threadId: consultationId,
      epoch,
      sequence: own.length + 1,
      previousOwn: own.at(-1)?.hash ?? '',
      seen: contributions.at(-1)?.hash ?? '',
    },
    text,
    attachments,
  );
}

/**
 * The next epoch. Without a wish it is for those of the present one who are still there, with the keys
 * they had: somebody whose keys have changed since is left out until a person has spoken with her or
 * him, or a server could make up new keys and read on.
 * @param wish.broughtIds new people; only the case giver's word lets them in
 * @param wish.confirmedIds people whose new keys the one who acts has compared in a talk
 */
export function nextEpoch(
  thread: OpenThread,
  keys: UnlockedKeys,
  wish: { leavingIds?: string[]; broughtIds?: string[]; confirmedIds?: string[] } = {},
) {
  const { leavingIds = [], broughtIds = [], confirmedIds = [] } = wish;
  const present = thread.epochs.at(-1) ?? null;
  const staying = (present?.participants ?? []).filter(({ accountId, keysId }) => {
    const hasSameKeys = thread.directory.members.get(accountId)?.keysId === keysId;
    return !leavingIds.includes(accountId) && (hasSameKeys || confirmedIds.includes(accountId));
  });
  return createEpoch(keys, {
    threadId: thread.consultationId,
    previous: present,
    participants: keysIn(thread.directory, [
      ...staying.map(({ accountId }) => accountId),
      ...broughtIds,
    ]),
    head: thread.directory.head,
  });
}

/**
 * The keys of all epochs that a person was part of and the one who acts can open, sealed for the keys
 * that this person has now. Only after the two have spoken and compared the words of the new keys.
 */
export function resealFor(
  thread: OpenThread,
  keys: UnlockedKeys,
  accountId: string,
): Promise<SealedKey[]> {
  const recipient = thread.directory.members.get(accountId);
  if (!recipient) return Promise.resolve([]);
  const shared = thread.epochs.flatMap((epoch) => {
    const own = sealedFor(keys, thread.sealed, epoch.epoch);
    const wasIn = epoch.participants.some((one) => one.accountId === accountId);
    return own && wasIn ? [{ epoch, own }] : [];
  });
  return Promise.all(
    shared.map(({ epoch, own }) => resealEpoch(keys, epoch, own.sealed, recipient)),
  );
}
