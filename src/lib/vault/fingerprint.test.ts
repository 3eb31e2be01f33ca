import { expect, it } from 'vitest';
import { newId } from '$lib/platform/id';
import { createAccountKeys } from './account-keys';
import { emptyHead, signOwnEntry, verifyDirectory } from './directory';
import { fingerprintWords, keyWords } from './fingerprint';
import { WORDS } from './words';

const cohortId = '0190a1b2-0000-7000-8000-000000000001';

it('gives twelve words for a directory, and quite other ones after any change', async () => {
  const empty = await emptyHead(cohortId);
  const words = await fingerprintWords(cohortId, empty);
  expect(words).toHaveLength(12);
  expect(words.every((word) => WORDS.includes(word))).toBe(true);
  expect(await fingerprintWords(cohortId, empty)).toEqual(words);
  const { unlocked } = await createAccountKeys(newId());
  const next = await signOwnEntry(unlocked, cohortId, empty, 'added', 1);
  const others = await fingerprintWords(cohortId, next);
  expect(others.filter((word, index) => word === words[index]).length).toBeLessThan(3);
});

it('gives the words of a known head: whoever changes them unsettles every cohort', async () => {
  const head = { sequence: 3, hash: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8' };
  expect((await fingerprintWords(cohortId, head)).join(' ')).toMatchInlineSnapshot(
    `"Puls Pinnwand Gnocchi Auster Limerick Tamburin Preis Oval Serenade Neuheit Reptil Atoll"`,
  );
});

it('gives six words for the keys of one person', async () => {
  const accountId = newId();
  const [own, other] = [await createAccountKeys(accountId), await createAccountKeys(accountId)];
  const wordsOf = async ({ unlocked }: typeof own) => {
    const entry = await signOwnEntry(unlocked, cohortId, await emptyHead(cohortId), 'added', 1);
    return keyWords((await verifyDirectory(cohortId, [entry], null)).members.get(accountId)!);
  };
  expect(await wordsOf(own)).toHaveLength(6);
  expect(await wordsOf(own)).not.toEqual(await wordsOf(other));
});
