import { toBase64url } from '$lib/platform/base64url';
import { AppError } from '$lib/platform/errors';
import type { UnlockedKeys } from './account-keys';
import { joinContent, splitContent, type Attachment } from './attachment';
import { openBlob, sealBlob } from './blob';
import { decoded, encode, sha256AtOnce, type Bytes } from './encoding';
import { isSignedBy, sign, type Directory } from './directory';
import type { Epoch } from './epoch';
import { padded, unpadded } from './padding';

/** What everybody may know of a contribution: the server needs it to enforce the turns. */
export type ContributionHeader = {
  id: string;
  threadId: string;
  epoch: number;
  authorId: string;
  keysId: string;
  method: string;
  phase: string;
  round: number;
  kind: string;
  /** Of this author in this thread, from 1 without gaps. */
  sequence: number;
  /** Hash of the author's contribution before; '' at the first. */
  previousOwn: string;
  /** Hash of the newest contribution that the author had seen; '' where there was none. */
  seen: string;
};

/** As the server keeps it; base64url. */
export type StoredContribution = ContributionHeader & {
  /** Null once it was withdrawn; all the rest stays, so that nothing else can vanish with it. */
  blob: string | null;
  /** SHA-256 of the blob. */
  blobHash: string;
  /** Of header and blob. */
  hash: string;
  signature: string;
};

const utf8 = new TextEncoder();
const NOTHING = { text: null, attachments: [] };

const headerBytes = (header: ContributionHeader): Bytes =>
  encode(
    'werkraum/contribution/1',
    header.id,
    header.threadId,
    header.epoch,
    header.authorId,
    header.keysId,
    header.method,
    header.phase,
    header.round,
    header.kind,
    header.sequence,
    decoded(header.previousOwn),
    decoded(header.seen),
  );

/** The hash of a contribution: what the next ones are chained to. Pure; the server computes it as well. */
export function contributionHash(header: ContributionHeader, blobHash: string): string {
  return toBase64url(
    sha256AtOnce(encode('werkraum/contribution-hash/1', headerBytes(header), decoded(blobHash))),
  );
}

export const blobHashOf = (blob: string): string => toBase64url(sha256AtOnce(decoded(blob)));

const signedBytes = (hash: string): Bytes =>
  encode('werkraum/contribution-signature/1', decoded(hash));

/** Encrypts, chains and signs one contribution: words, and what is to be known of the files beside them. */
export async function writeContribution(
  author: UnlockedKeys,
  epochKey: CryptoKey,
  header: Omit<ContributionHeader, 'authorId' | 'keysId'>,
  text: string,
  attachments: readonly Attachment[] = [],
): Promise<StoredContribution> {
  const whole = { ...header, authorId: author.accountId, keysId: author.keysId };
  const plain = padded(utf8.encode(joinContent(text, attachments)));
  const blob = toBase64url(await sealBlob(epochKey, 'contribution', headerBytes(whole), plain));
  const blobHash = blobHashOf(blob);
  const hash = contributionHash(whole, blobHash);
  return { ...whole, blob, blobHash, hash, signature: await sign(author, signedBytes(hash)) };
}

/** What a device remembers of a thread: the last contribution of each author that it has seen. */
export type ThreadMemory = { [authorId: string]: { sequence: number; hash: string } };

/** A contribution that was checked. */
export type ReadContribution<Stored extends StoredContribution> = Stored & {
  /** Null where it was withdrawn, or where this person has no key of its epoch. */
  text: string | null;
  /** None where there is no text to be read. */
  attachments: Attachment[];
  isWithdrawn: boolean;
};

/**
 * Checks and decrypts a thread. Nothing that the server says is believed: who wrote, in which place,
 * order and phase, and that nothing is missing, comes from signatures and chains alone.
 * @param thread.contributions in the server's order
 * @param thread.keys by epoch, those that this person has
 * @param thread.withdrawalKind the kind with which an author takes back an own contribution; its text is
 *   the id of what is withdrawn
 * @param thread.remembered what this device has seen before; null at the first time
 * @throws AppError `vault_thread_forged` (signature or place do not fit: re-attributed, moved, changed),
 *   `vault_thread_stranger` (written by somebody who is not in the epoch), `vault_thread_replayed` (the same
 *   twice), `vault_thread_missing` (something is not there that was), `vault_thread_reordered`,
 *   `vault_thread_damaged`
 */
export async function readThread<Stored extends StoredContribution>(thread: {
  threadId: string;
  directory: Directory;
  epochs: readonly Epoch[];
  keys: ReadonlyMap<number, CryptoKey>;
  contributions: readonly Stored[];
  withdrawalKind: string;
  remembered: ThreadMemory | null;
}): Promise<{ contributions: ReadContribution<Stored>[]; memory: ThreadMemory }> {
  const { contributions, keys } = thread;
  const memory = checkChains(contributions, thread.remembered);
  const contents = await Promise.all(
    contributions.map(async (one) => {
      await checkAuthor(thread, one);
      const key = keys.get(one.epoch);
      return key && one.blob !== null ? contentOf(key, one, one.blob) : null;
    }),
  );

  const withdrawn = new Set(
    contributions.flatMap((one, index) =>
      one.kind === thread.withdrawalKind && contents[index]
        ? [`${one.authorId}/${contents[index].text}`]
        : [],
    ),
  );
  const read = contributions.map((one, index) => {
    const isWithdrawn = withdrawn.has(`${one.authorId}/${one.id}`);
    // Only the author can take something back: without her or his word it is missing, not withdrawn.
    const isGone = one.blob === null && !isWithdrawn && keys.has(one.epoch);
    if (isGone) throw new AppError('vault_thread_missing');
    const { text, attachments } = (!isWithdrawn && contents[index]) || NOTHING;
    return { ...one, isWithdrawn, text, attachments };
  });
  return { contributions: read, memory };
}

function checkChains(
  contributions: readonly StoredContribution[],
  remembered: ThreadMemory | null,
): ThreadMemory {
  const memory: ThreadMemory = {};
  const every = new Set(contributions.map(({ hash }) => hash));
  const ids = new Set<string>();
  const before = new Set<string>();
  for (const { id, authorId, sequence, previousOwn, seen, hash } of contributions) {
    if (ids.has(id) || before.has(hash)) throw new AppError('vault_thread_replayed');
    const own = memory[authorId] ?? { sequence: 0, hash: '' };
    const isNext = sequence === own.sequence + 1 && previousOwn === own.hash;
    const isSeenBefore = seen === '' || before.has(seen);
    if (!isNext || !isSeenBefore) {
      const isAllThere =
        (previousOwn === '' || every.has(previousOwn)) && (seen === '' || every.has(seen));
      throw new AppError(isAllThere ? 'vault_thread_reordered' : 'vault_thread_missing');
    }
    memory[authorId] = { sequence, hash };
    ids.add(id);
    before.add(hash);
  }
  for (const { hash } of Object.values(remembered ?? {})) {
    if (!before.has(hash)) throw new AppError('vault_thread_missing');
  }
  return memory;
}

async function checkAuthor(
  thread: { threadId: string; directory: Directory; epochs: readonly Epoch[] },
  contribution: StoredContribution,
): Promise<void> {
  const epoch = thread.epochs[contribution.epoch - 1];
  const keys = thread.directory.everyKeys.get(contribution.keysId);
  const { authorId } = contribution;
  const isIn = epoch?.participants.some(({ accountId }) => accountId === authorId);
  if (!isIn || keys?.accountId !== authorId) throw new AppError('vault_thread_stranger');
  if (contribution.threadId !== thread.threadId) throw new AppError('vault_thread_forged');

  const isWhole = await isContributionWhole(contribution, keys.signingPublic);
  if (!isWhole) throw new AppError('vault_thread_forged');
}

/** Whether a contribution is as its author signed it. The server asks before it keeps one, too. */
export async function isContributionWhole(
  contribution: StoredContribution,
  signingPublic: Bytes,
): Promise<boolean> {
  const { blob, blobHash, hash, signature } = contribution;
  return (
    (blob === null || blobHashOf(blob) === blobHash) &&
    contributionHash(contribution, blobHash) === hash &&
    (await isSignedBy(signingPublic, signature, signedBytes(hash)))
  );
}

/** The words and files of a contribution that was checked. @throws AppError `vault_damaged` */
export async function contentOf(
  key: CryptoKey,
  header: ContributionHeader,
  blob: string,
): Promise<{ text: string; attachments: Attachment[] }> {
  const plain = await openBlob(key, 'contribution', headerBytes(header), decoded(blob));
  return splitContent(new TextDecoder().decode(unpadded(plain)));
}
