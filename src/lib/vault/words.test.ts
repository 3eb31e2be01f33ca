import { expect, it } from 'vitest';
import { WORDS } from './words';

/** Whether one letter more, less or other makes the second word of the first. */
function oneLetterApart(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  let same = 0;
  while (same < short.length && short[same] === long[same]) same++;
  const rest = short.length === long.length ? same + 1 : same;
  return short.slice(rest) === long.slice(same + 1);
}

it('there is a word for each of eleven bits, and each is there once', () => {
  expect(WORDS).toHaveLength(2 ** 11);
  expect(new Set(WORDS).size).toBe(WORDS.length);
});

it('a word is one capital and two to seven small letters, none that a keyboard abroad lacks', () => {
  expect(WORDS.filter((word) => !/^[A-Z][a-z]{2,7}$/.test(word))).toEqual([]);
});

it('they are sorted, so that a word lost or added by accident is seen', () => {
  expect([...WORDS].sort()).toEqual(WORDS);
});

it('no two are taken for each other because of one letter', () => {
  const lower = WORDS.map((word) => word.toLowerCase());
  const alike = lower.flatMap((one, index) =>
    lower.slice(index + 1).flatMap((other) => (oneLetterApart(one, other) ? [[one, other]] : [])),
  );
  expect(alike).toEqual([]);
});

it('four letters tell almost all of them apart', () => {
  const begun = Map.groupBy(WORDS, (word) => word.slice(0, 4));
  const alone = WORDS.filter((word) => begun.get(word.slice(0, 4))!.length === 1);
  expect(alone.length / WORDS.length).toBeGreaterThanOrEqual(0.95);
});
