import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '$lib/platform/id';
import { createAccountKeys, type UnlockedKeys } from './account-keys';
import {
  emptyHead,
  removalEntry,
  signOwnEntry,
  verifyDirectory,
  type DirectoryEntry,
  type DirectoryHead,
} from './directory';

const cohortId = newId();
const headOf = async (entries: DirectoryEntry[]): Promise<DirectoryHead> =>
  entries.at(-1) ?? emptyHead(cohortId);
const newKeys = async (accountId = newId()): Promise<UnlockedKeys> =>
  (await createAccountKeys(accountId)).unlocked;

async function directoryOf(...people: UnlockedKeys[]): Promise<DirectoryEntry[]> {
  const entries: DirectoryEntry[] = [];
  for (const keys of people) {
    entries.push(
      await signOwnEntry(keys, cohortId, await headOf(entries), 'added', entries.length),
    );
  }
  return entries;
}

/** The same, with entry `at` changed and everything after it chained anew, as a server could. */
async function rechained(entries: DirectoryEntry[], at: number, entry: DirectoryEntry) {
  const rewritten = entries.slice(0, at);
  rewritten.push(entry);
  for (const later of entries.slice(at + 1)) {
    rewritten.push(
      await removalEntry(cohortId, await headOf(rewritten), later.accountId, later.at),
    );
  }
  return rewritten;
}

describe('a key directory', () => {
  it('tells who holds which keys, through additions, replacements and removals', async () => {
    const [ahlen, menden] = [await newKeys(), await newKeys()];
    const renewed = await newKeys(ahlen.accountId);
    const entries = await directoryOf(ahlen, menden);
    entries.push(await signOwnEntry(renewed, cohortId, await headOf(entries), 'replaced', 5));
    entries.push(await removalEntry(cohortId, await headOf(entries), menden.accountId, 6));
    const directory = await verifyDirectory(cohortId, entries, entries[1]!);
    expect([...directory.members.keys()]).toEqual([ahlen.accountId]);
    expect(directory.members.get(ahlen.accountId)).toMatchObject({
      keysId: renewed.keysId,
      isReplacement: true,
    });
    expect(directory.everyKeys.get(menden.keysId)).toMatchObject({ sequence: 2, endedBy: 4 });
    expect(directory.everyKeys.get(ahlen.keysId)).toMatchObject({
      endedBy: 3,
      isReplacement: false,
    });
    entries.push(await signOwnEntry(menden, cohortId, await headOf(entries), 'added', 7));
    const back = await verifyDirectory(cohortId, entries, null);
    expect(back.members.get(menden.accountId)).toMatchObject({ endedBy: null });
  });

  it('refuses a past that is not the one seen, and one that is shorter', async () => {
    const people = [await newKeys(), await newKeys(), await newKeys()];
    const entries = await directoryOf(...people);
    const seen = await headOf(entries);
    await expect(verifyDirectory(cohortId, entries.slice(0, 2), seen)).rejects.toThrow(
      'vault_directory_shortened',
    );
    const other = await directoryOf(people[0]!, await newKeys(), people[2]!);
    await expect(verifyDirectory(cohortId, other, seen)).rejects.toThrow(
      'vault_directory_rewritten',
    );
    await expect(verifyDirectory(newId(), entries, null)).rejects.toThrow(
      'vault_directory_damaged',
    );
  });

  it('refuses keys that did not sign themselves: a server cannot swap them in place', async () => {
    const [ahlen, menden, attacker] = [await newKeys(), await newKeys(), await newKeys()];
    const entries = await directoryOf(ahlen, menden);
    const forged = await signOwnEntry(
      { ...attacker, accountId: ahlen.accountId, signing: menden.signing },
      cohortId,
      await emptyHead(cohortId),
      'added',
      0,
    );
    await expect(
      verifyDirectory(cohortId, await rechained(entries, 0, forged), null),
    ).rejects.toThrow('vault_directory_damaged');
  });

  it('refuses an order that cannot be, and one id for two keys', async () => {
    const [ahlen, menden] = [await newKeys(), await newKeys()];
    const entries = await directoryOf(ahlen);
    const next = async (keys: UnlockedKeys, kind: 'added' | 'replaced') => [
      ...entries,
      await signOwnEntry(keys, cohortId, await headOf(entries), kind, 1),
    ];
    const refused = async (list: DirectoryEntry[]) =>
      expect(verifyDirectory(cohortId, list, null)).rejects.toThrow('vault_directory_damaged');
    await refused(await next(await newKeys(ahlen.accountId), 'added'));
    await refused(await next(menden, 'replaced'));
    await refused(await next({ ...menden, keysId: ahlen.keysId }, 'added'));
    const stranger = await removalEntry(cohortId, await headOf(entries), newId(), 1);
    await refused([...entries, stranger]);
  });

  it('notices any change, exchange, repetition and gap', async () => {
    const entries = await directoryOf(await newKeys(), await newKeys(), await newKeys());
    const index = fc.nat(entries.length - 1);
    const field = fc.constantFrom(...(Object.keys(entries[0]!) as (keyof DirectoryEntry)[]));
    await fc.assert(
      fc.asyncProperty(index, index, field, async (at, from, changed) => {
        fc.pre(entries[at]![changed] !== entries[from]![changed]);
        const list = entries.map((entry, place) =>
          place === at ? { ...entry, [changed]: entries[from]![changed] } : entry,
        );
        await expect(verifyDirectory(cohortId, list, null)).rejects.toThrow(
          'vault_directory_damaged',
        );
        const swapped = entries.with(at, entries[from]!).with(from, entries[at]!);
        await expect(verifyDirectory(cohortId, swapped, null)).rejects.toThrow(
          'vault_directory_damaged',
        );
        const gap = entries.toSpliced(0, 1);
        await expect(verifyDirectory(cohortId, gap, null)).rejects.toThrow(
          'vault_directory_damaged',
        );
      }),
    );
  });
});
