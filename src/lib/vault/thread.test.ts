import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { fromBase64url, toBase64url } from '$lib/platform/base64url';
import { newId } from '$lib/platform/id';
import { createAccountKeys, type UnlockedKeys } from './account-keys';
import {
  blobHashOf,
  contributionHash,
  readThread,
  writeContribution,
  type StoredContribution,
  type ThreadMemory,
} from './contribution';
import {
  emptyHead,
  removalEntry,
  signOwnEntry,
  verifyDirectory,
  type Directory,
  type DirectoryEntry,
} from './directory';
import { createEpoch, openEpoch, resealEpoch, verifyEpochs, type StoredEpoch } from './epoch';

// The server of these tests means harm: whatever it does to what it keeps, the reader must notice.

const cohortId = newId();
const threadId = newId();
const people: Record<'caseGiver' | 'adviser' | 'moderator' | 'stranger', UnlockedKeys> =
  {} as never;
const entries: DirectoryEntry[] = [];
let directory: Directory;

const newKeys = async (accountId = newId()) => (await createAccountKeys(accountId)).unlocked;
const enter = async (keys: UnlockedKeys, kind: 'added' | 'replaced' = 'added') => {
  const head = entries.at(-1) ?? (await emptyHead(cohortId));
  entries.push(await signOwnEntry(keys, cohortId, head, kind, entries.length));
  directory = await verifyDirectory(cohortId, entries, null);
};
const keysOf = (keys: UnlockedKeys) => directory.members.get(keys.accountId)!;

beforeAll(async () => {
  for (const name of ['caseGiver', 'adviser', 'moderator', 'stranger'] as const) {
    people[name] = await newKeys();
    await enter(people[name]);
  }
});

const circle = () => [people.caseGiver, people.adviser, people.moderator].map(keysOf);
const firstEpoch = (author = people.caseGiver, participants = circle()) =>
  createEpoch(author, { threadId, previous: null, participants, head: directory.head });
const verified = (stored: StoredEpoch[]) =>
  verifyEpochs(threadId, people.caseGiver.accountId, stored, directory);

/** A thread in which case giver and adviser write in turn. */
async function threadOf(count: number) {
  const first = await firstEpoch();
  const contributions: StoredContribution[] = [];
  for (let index = 0; index < count; index += 1) {
    const author = index % 2 === 0 ? people.caseGiver : people.adviser;
    contributions.push(await next(contributions, author, first.key, `Beitrag ${index}`));
  }
  return { first, contributions, epochs: await verified([first.stored]) };
}

const next = (
  before: StoredContribution[],
  author: UnlockedKeys,
  key: CryptoKey,
  text: string,
  header: { kind?: string; epoch?: number } = {},
) => {
  const own = before.filter(({ authorId }) => authorId === author.accountId);
  const place = { id: newId(), threadId, epoch: 1, method: 'tietze/1', phase: 'advice', round: 0 };
  return writeContribution(
    author,
    key,
    {
      ...{ ...place, kind: 'advice', ...header },
      sequence: own.length + 1,
      previousOwn: own.at(-1)?.hash ?? '',
      seen: before.at(-1)?.hash ?? '',
    },
    text,
  );
};

const read = (
  thread: Awaited<ReturnType<typeof threadOf>>,
  contributions = thread.contributions,
  remembered: ThreadMemory | null = null,
) =>
  readThread({
    ...{ threadId, directory, epochs: thread.epochs, contributions, remembered },
    keys: new Map([[1, thread.first.key]]),
    withdrawalKind: 'withdrawal',
  });

describe('an epoch', () => {
  it('opens for its participants and nobody else', async () => {
    const { stored, keys } = await firstEpoch();
    const [epoch] = await verified([stored]);
    for (const person of [people.caseGiver, people.adviser, people.moderator]) {
      const sealed = keys.find(({ accountId }) => accountId === person.accountId)!;
      expect((await openEpoch(person, epoch!, sealed.sealed)).extractable).toBe(false);
      await expect(openEpoch(people.stranger, epoch!, sealed.sealed)).rejects.toThrow(
        'vault_wrong_key',
      );
    }
  });

  it('refuses a key that the server made: it does not fit what was signed', async () => {
    const [first, other] = [await firstEpoch(), await firstEpoch()];
    const [epoch] = await verified([first.stored]);
    await expect(openEpoch(people.adviser, epoch!, other.keys[1]!.sealed)).rejects.toThrow(
      'vault_wrong_key',
    );
  });

  it('refuses a participant whom the server adds, and a record of a stranger', async () => {
    const { stored, keys, epoch } = await firstEpoch();
    const record = JSON.parse(Buffer.from(stored.record, 'base64url').toString());
    const { accountId, keysId } = people.stranger;
    record.participants.push({ accountId, keysId });
    const widened = {
      ...stored,
      record: toBase64url(new TextEncoder().encode(JSON.stringify(record))),
    };
    await expect(verified([widened])).rejects.toThrow('vault_thread_forged');
    const everybody = [...circle(), keysOf(people.stranger)];
    await expect(verified([(await firstEpoch(people.stranger, everybody)).stored])).rejects.toThrow(
      'vault_thread_stranger',
    );
    await expect(
      resealEpoch(people.adviser, epoch, keys[1]!.sealed, keysOf(people.stranger)),
    ).rejects.toThrow('vault_thread_stranger');
  });

  it('lets only the case giver bring somebody new', async () => {
    const { stored, epoch } = await firstEpoch();
    const widen = (author: UnlockedKeys) =>
      createEpoch(author, {
        ...{ threadId, previous: epoch, head: directory.head },
        participants: [...circle(), keysOf(people.stranger)],
      });
    await expect(verified([stored, (await widen(people.adviser)).stored])).rejects.toThrow(
      'vault_thread_stranger',
    );
    expect(await verified([stored, (await widen(people.caseGiver)).stored])).toHaveLength(2);
  });

  it('refuses gaps, an exchanged order, another thread and another directory', async () => {
    const { stored, epoch } = await firstEpoch();
    const second = await createEpoch(people.adviser, {
      ...{ threadId, previous: epoch, participants: circle(), head: directory.head },
    });
    expect(await verified([stored, second.stored])).toHaveLength(2);
    await expect(verified([second.stored])).rejects.toThrow('vault_thread_damaged');
    await expect(verified([second.stored, stored])).rejects.toThrow('vault_thread_damaged');
    await expect(
      verifyEpochs(newId(), people.caseGiver.accountId, [stored], directory),
    ).rejects.toThrow('vault_thread_damaged');
    const older = await verifyDirectory(cohortId, entries.slice(0, 2), null);
    await expect(
      verifyEpochs(threadId, people.caseGiver.accountId, [stored], older),
    ).rejects.toThrow('vault_thread_damaged');
    const broken = { ...stored, record: toBase64url(new TextEncoder().encode('{"version":1')) };
    await expect(verified([broken])).rejects.toThrow('vault_thread_damaged');
  });

  it('is out of reach for whoever was removed before it, and comes back to lost keys by a participant only', async () => {
    const leaving = await newKeys();
    await enter(leaving);
    const first = await firstEpoch(people.caseGiver, [...circle(), keysOf(leaving)]);
    entries.push(await removalEntry(cohortId, entries.at(-1)!, leaving.accountId, 9));
    directory = await verifyDirectory(cohortId, entries, null);
    const second = await createEpoch(people.adviser, {
      ...{ threadId, previous: first.epoch, participants: circle(), head: directory.head },
    });
    const [before, after] = await verified([first.stored, second.stored]);
    const own = first.keys.find(({ accountId }) => accountId === leaving.accountId)!;
    await openEpoch(leaving, before!, own.sealed);
    for (const { sealed } of second.keys) {
      await expect(openEpoch(leaving, after!, sealed)).rejects.toThrow('vault_wrong_key');
    }

    const renewed = await newKeys(people.moderator.accountId);
    await enter(renewed, 'replaced');
    const resealed = await resealEpoch(
      people.adviser,
      before!,
      first.keys.find(({ accountId }) => accountId === people.adviser.accountId)!.sealed,
      keysOf(renewed),
    );
    await openEpoch(renewed, before!, resealed.sealed);
    await expect(openEpoch(people.moderator, before!, resealed.sealed)).rejects.toThrow(
      'vault_wrong_key',
    );
    people.moderator = renewed;
  });
});

describe('a thread', () => {
  it('reads in order, with the texts, and remembers where everybody stands', async () => {
    const thread = await threadOf(5);
    const { contributions, memory } = await read(thread);
    expect(contributions.map(({ text }) => text)).toEqual(
      [0, 1, 2, 3, 4].map((index) => `Beitrag ${index}`),
    );
    expect(memory[people.adviser.accountId]).toMatchObject({ sequence: 2 });
    await read(thread, thread.contributions, memory);
  });

  it('takes two people who write at once', async () => {
    const thread = await threadOf(2);
    const atOnce = await Promise.all([
      next(thread.contributions, people.caseGiver, thread.first.key, 'zugleich'),
      next(thread.contributions, people.adviser, thread.first.key, 'zugleich'),
    ]);
    await read(thread, [...thread.contributions, ...atOnce]);
    await read(thread, [...thread.contributions, ...atOnce.toReversed()]);
  });

  it('gives texts of very different lengths blobs of the same length', async () => {
    const { first } = await threadOf(0);
    const [short, long] = [
      await next([], people.adviser, first.key, 'Ja.'),
      await next([], people.adviser, first.key, 'x'.repeat(250)),
    ];
    expect(short.blob!.length).toBe(long.blob!.length);
  });

  it('shows as withdrawn what its author took back, and misses what only the server took', async () => {
    const thread = await threadOf(3);
    const [first, second, third] = thread.contributions;
    const gone = { ...second!, blob: null };
    await expect(read(thread, [first!, gone, third!])).rejects.toThrow('vault_thread_missing');
    const byAnother = await next(
      thread.contributions,
      people.caseGiver,
      thread.first.key,
      second!.id,
      { kind: 'withdrawal' },
    );
    await expect(read(thread, [first!, gone, third!, byAnother])).rejects.toThrow(
      'vault_thread_missing',
    );
    const byAuthor = await next(
      thread.contributions,
      people.adviser,
      thread.first.key,
      second!.id,
      {
        kind: 'withdrawal',
      },
    );
    const { contributions } = await read(thread, [first!, gone, third!, byAuthor]);
    expect(contributions[1]).toMatchObject({ isWithdrawn: true, text: null });
  });

  it('refuses what is re-attributed, moved to another phase, or written by a stranger', async () => {
    const thread = await threadOf(4);
    const first = thread.contributions[0]!;
    const replaceFirst = (changed: StoredContribution) => thread.contributions.with(0, changed);
    const moderator = people.moderator;
    for (const change of [
      { phase: 'telling' },
      { kind: 'question' },
      { round: 1 },
      { method: 'x' },
    ]) {
      const moved = { ...first, ...change };
      await expect(read(thread, replaceFirst(moved))).rejects.toThrow('vault_thread_forged');
      // Also where the server makes the hashes fit again.
      const hash = contributionHash(moved, first.blobHash);
      await expect(read(thread, [{ ...moved, hash }])).rejects.toThrow('vault_thread_forged');
    }
    const { accountId: authorId, keysId } = moderator;
    const attributed = { ...first, authorId, keysId };
    const hash = contributionHash(attributed, first.blobHash);
    await expect(read(thread, [{ ...attributed, hash }])).rejects.toThrow('vault_thread_forged');
    const foreign = await next([], people.stranger, thread.first.key, 'hallo');
    await expect(read(thread, [foreign])).rejects.toThrow('vault_thread_stranger');
    const exchanged = { ...first, blob: thread.contributions[1]!.blob };
    await expect(read(thread, [exchanged])).rejects.toThrow('vault_thread_forged');
    const rehashed = { ...exchanged, blobHash: blobHashOf(exchanged.blob!) };
    await expect(read(thread, [rehashed])).rejects.toThrow('vault_thread_forged');
  });

  it('notices dropping, repeating and exchanging at any place', async () => {
    const thread = await threadOf(6);
    const { memory } = await read(thread);
    const place = fc.nat(thread.contributions.length - 1);
    await fc.assert(
      fc.asyncProperty(place, place, async (at, other) => {
        const all = thread.contributions;
        await expect(read(thread, all.toSpliced(at, 1), memory)).rejects.toThrow(
          'vault_thread_missing',
        );
        await expect(read(thread, all.toSpliced(other, 0, all[at]!))).rejects.toThrow(
          /vault_thread_(?:replayed|reordered)/,
        );
        fc.pre(at !== other);
        const exchanged = all.with(at, all[other]!).with(other, all[at]!);
        await expect(read(thread, exchanged)).rejects.toThrow(/vault_thread_(?:reordered|missing)/);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses changed bytes', async () => {
    const thread = await threadOf(1);
    const blob = fromBase64url(thread.contributions[0]!.blob!)!;
    await fc.assert(
      fc.asyncProperty(fc.nat(blob.length - 1), async (at) => {
        const changed = blob.slice();
        changed[at]! ^= 1;
        const one = { ...thread.contributions[0]!, blob: toBase64url(changed) };
        await expect(read(thread, [one])).rejects.toThrow('vault_thread_forged');
      }),
      { numRuns: 30 },
    );
  });
});
