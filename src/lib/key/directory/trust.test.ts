import { beforeAll, describe, expect, it } from 'vitest';
import { createAccountKeys, type UnlockedKeys } from '$lib/vault/account-keys';
import {
  emptyHead,
  removalEntry,
  signOwnEntry,
  verifyDirectory,
  type DirectoryEntry,
} from '$lib/vault/directory';
import { missingOwnEntry } from './own-entry';
import { changesSince } from './since';
import {
  ensureOwnKeys,
  openTrust,
  sealTrust,
  trustStateOf,
  verifyContinued,
  withCompared,
  withHeard,
  withoutHeard,
  type TrustRecord,
} from './trust';

const COHORT = 'c0000000-0000-7000-8000-000000000001';
const nothing: TrustRecord = { seen: null, heard: null, heardAt: null, compared: {} };

const keysOf = async (accountId: string): Promise<UnlockedKeys> =>
  (await createAccountKeys(accountId)).unlocked;

const headOf = async (entries: readonly DirectoryEntry[]) => {
  const last = entries.at(-1);
  return last ? { sequence: last.sequence, hash: last.hash } : emptyHead(COHORT);
};

/** The directory with one more entry, which the owner of these keys makes. */
const entered = async (
  entries: readonly DirectoryEntry[],
  keys: UnlockedKeys,
  kind: 'added' | 'replaced' = 'added',
): Promise<DirectoryEntry[]> => [
  ...entries,
  await signOwnEntry(keys, COHORT, await headOf(entries), kind, entries.length + 1),
];

let [anna, ben, carla, annasNew]: UnlockedKeys[] = [];
let both: DirectoryEntry[];
beforeAll(async () => {
  [anna, ben, carla, annasNew] = await Promise.all(['a', 'b', 'c', 'a'].map(keysOf));
  both = await entered(await entered([], anna!), ben!);
});

describe('what was compared', () => {
  it('stands for everyone’s keys at once, until somebody comes or has other ones', async () => {
    const directory = await verifyDirectory(COHORT, both, null);
    const state = (of: string, at = directory, record = nothing) =>
      trustStateOf(of, 'b', at, record);
    expect([state('a'), state('b'), state('c')]).toEqual(['unverified', 'verified', 'missing']);
    const heard = withHeard(nothing, directory, 7);
    expect(heard).toMatchObject({ heard: directory.head, heardAt: 7 });
    expect(state('a', directory, heard)).toBe('verified');

    const later = await entered(await entered(both, carla!), annasNew!, 'replaced');
    const moved = await verifyDirectory(COHORT, later, directory.head);
    expect(state('c', moved, heard)).toBe('unverified');
    expect(state('a', moved, heard)).toBe('changed');
    // Whoever never compared before is told too.
    expect(state('a', moved)).toBe('changed');
    expect(state('a', moved, withCompared(heard, moved.members.get('a')!))).toBe('verified');
    expect(state('a', directory, withoutHeard(heard))).toBe('unverified');
  });

  it('is sealed for its owner: other keys, another cohort and garbage open nothing', async () => {
    const record = withHeard(nothing, await verifyDirectory(COHORT, both, null), 7);
    const blob = await sealTrust(ben!, COHORT, record);
    expect(await openTrust(ben!, COHORT, blob)).toEqual(record);
    expect(await openTrust(anna!, COHORT, blob)).toEqual(nothing);
    expect(await openTrust(ben!, 'another cohort', blob)).toEqual(nothing);
    expect(await openTrust(ben!, COHORT, 'AQ')).toEqual(nothing);
    expect(await openTrust(ben!, COHORT, null)).toEqual(nothing);
  });

  it('is told what happened since', async () => {
    const gone = [...both, await removalEntry(COHORT, await headOf(both), 'a', 3)];
    const back = await entered(gone, annasNew!);
    const more = await entered(back, carla!);
    expect(changesSince(more, await headOf(both))).toEqual([
      { sequence: 5, accountId: 'c', kind: 'added', at: 5 },
      { sequence: 4, accountId: 'a', kind: 'replaced', at: 4 },
      { sequence: 3, accountId: 'a', kind: 'removed', at: 3 },
    ]);
  });
});

describe('a directory', () => {
  it('is refused where it does not continue what a browser or the person has seen', async () => {
    const first = await headOf(both.slice(0, 1));
    const head = await headOf(both);
    await expect(verifyContinued(COHORT, both, [first, null, head])).resolves.toBeDefined();
    await expect(verifyContinued(COHORT, both.slice(0, 1), [null, head])).rejects.toMatchObject({
      appCode: 'vault_directory_shortened',
    });
    const otherPast = await entered(await entered([], annasNew!), ben!);
    for (const seen of [[first], [head], [await headOf(otherPast), first]])
      await expect(verifyContinued(COHORT, otherPast, seen)).rejects.toMatchObject({
        appCode: 'vault_directory_rewritten',
      });
  });

  it('is refused where it says something else about the own keys', async () => {
    const directory = await verifyDirectory(COHORT, both, null);
    expect(() => ensureOwnKeys(ben!, directory)).not.toThrow();
    const swapped = { ...ben!, sealingPublic: carla!.sealingPublic };
    expect(() => ensureOwnKeys(swapped, directory)).toThrow('vault_directory_damaged');
    // Not entered yet: nothing to contradict.
    expect(() => ensureOwnKeys(carla!, directory)).not.toThrow();
  });

  it('gets the own entry that it lacks, and no other', async () => {
    const directory = await verifyDirectory(COHORT, both, null);
    expect(await missingOwnEntry(ben!, directory, 9)).toBeNull();
    expect(await missingOwnEntry(carla!, directory, 9)).toMatchObject({ kind: 'added', at: 9 });
    const replaced = await missingOwnEntry(annasNew!, directory, 9);
    expect(replaced).toMatchObject({ kind: 'replaced', sequence: 3 });
    await expect(verifyDirectory(COHORT, [...both, replaced!], null)).resolves.toBeDefined();
  });
});
