import { describe, expect, it } from 'vitest';
import { newId } from '$lib/platform/id';
import { createAccountKeys, type UnlockedKeys } from '$lib/vault/account-keys';
import {
  emptyHead,
  removalEntry,
  signOwnEntry,
  verifyDirectory,
  type DirectoryEntry,
} from '$lib/vault/directory';
import type { SealedKey } from '$lib/vault/epoch';
import { beginThread, nextEpoch, openThread, resealFor, write, type ThreadMaterial } from './open';

const cohortId = newId();
const place = { method: 'tietze/1', phase: 'advice', round: 0, kind: 'advice' };

async function cohortOf(...people: UnlockedKeys[]) {
  const entries: DirectoryEntry[] = [];
  const head = async () => entries.at(-1) ?? (await emptyHead(cohortId));
  for (const keys of people) {
    entries.push(await signOwnEntry(keys, cohortId, await head(), 'added', 1));
  }
  return {
    directory: () => verifyDirectory(cohortId, entries, null),
    enter: async (keys: UnlockedKeys) =>
      entries.push(await signOwnEntry(keys, cohortId, await head(), 'added', 2)),
    remove: async (keys: UnlockedKeys) =>
      entries.push(await removalEntry(cohortId, await head(), keys.accountId, 2)),
    replace: async (keys: UnlockedKeys) =>
      entries.push(await signOwnEntry(keys, cohortId, await head(), 'replaced', 2)),
  };
}

const newKeys = async (accountId = newId()) => (await createAccountKeys(accountId)).unlocked;

async function begun() {
  const [giver, adviser, other] = [await newKeys(), await newKeys(), await newKeys()];
  const cohort = await cohortOf(giver, adviser, other);
  const consultationId = newId();
  const ids = [giver, adviser, other].map(({ accountId }) => accountId);
  const first = await beginThread(giver, await cohort.directory(), consultationId, ids);
  const served: ThreadMaterial = {
    consultationId,
    ...{ caseGiverId: giver.accountId, epochs: [first.stored], sealed: [], contributions: [] },
  };
  const allKeys: SealedKey[] = [...first.keys];
  const openFor = async (keys: UnlockedKeys) => {
    const sealed = allKeys.filter(({ accountId }) => accountId === keys.accountId);
    return openThread(keys, await cohort.directory(), { ...served, sealed }, null);
  };
  return { giver, adviser, other, cohort, served, allKeys, openFor };
}

describe('a protected thread', () => {
  it('is written by one and read by another', async () => {
    const { giver, adviser, served, openFor } = await begun();
    served.contributions.push(await write(await openFor(giver), giver, place, 'Wie fange ich an?'));
    served.contributions.push(await write(await openFor(adviser), adviser, place, 'Klein.'));
    const { contributions, holders } = await openFor(giver);
    expect(contributions.map(({ text }) => text)).toEqual(['Wie fange ich an?', 'Klein.']);
    expect(holders).toHaveLength(3);
  });

  it('goes on without whoever was removed, under a key that she or he never gets', async () => {
    const { adviser, other, cohort, served, allKeys, openFor } = await begun();
    await cohort.remove(other);
    const thread = await openFor(adviser);
    const next = await nextEpoch(thread, adviser);
    served.epochs.push(next.stored);
    allKeys.push(...next.keys);
    served.contributions.push(
      await write(thread, adviser, place, 'Nur wir beide', { present: next }),
    );
    expect((await openFor(adviser)).contributions[0]!.text).toBe('Nur wir beide');
    const left = await openFor(other);
    expect(left.contributions[0]!.text).toBeNull();
    expect(left.holders).not.toContain(other.accountId);
  });

  it('brings somebody new in for the case giver, and for nobody else', async () => {
    const { adviser, giver, cohort, served, allKeys, openFor } = await begun();
    const late = await newKeys();
    await cohort.enter(late);
    const wish = { broughtIds: [late.accountId] };
    const byAdviser = await nextEpoch(await openFor(adviser), adviser, wish);
    const asked = { ...served, epochs: [...served.epochs, byAdviser.stored] };
    await expect(openThread(giver, await cohort.directory(), asked, null)).rejects.toThrow(
      'vault_thread_stranger',
    );
    const byGiver = await nextEpoch(await openFor(giver), giver, wish);
    served.epochs.push(byGiver.stored);
    allKeys.push(...byGiver.keys);
    expect((await openFor(late)).holders).toContain(late.accountId);
  });

  it('leaves out keys that have changed until somebody has compared them', async () => {
    const { adviser, other, cohort, openFor } = await begun();
    const renewed = await newKeys(other.accountId);
    await cohort.replace(renewed);
    const thread = await openFor(adviser);
    const unasked = await nextEpoch(thread, adviser);
    expect(unasked.keys.map(({ accountId }) => accountId)).not.toContain(other.accountId);
    const compared = await nextEpoch(thread, adviser, { confirmedIds: [other.accountId] });
    expect(compared.keys.map(({ keysId }) => keysId)).toContain(renewed.keysId);
  });

  it('comes back to somebody with new keys through another participant', async () => {
    const { giver, adviser, other, cohort, served, allKeys, openFor } = await begun();
    served.contributions.push(await write(await openFor(giver), giver, place, 'Der Fall'));
    const renewed = await newKeys(other.accountId);
    await cohort.replace(renewed);
    const locked = await openFor(renewed);
    expect(locked.contributions[0]!.text).toBeNull();
    expect(locked.lostEpochs).toEqual([1]);
    allKeys.push(...(await resealFor(await openFor(adviser), adviser, other.accountId)));
    const opened = await openFor(renewed);
    expect(opened.contributions[0]!.text).toBe('Der Fall');
    expect(opened.lostEpochs).toEqual([]);
  });
});
