import { COMMON_PASSWORD_WORDS } from './common-passwords';

export const MINIMUM_PASSWORD_LENGTH = 10;
export const RECOMMENDED_PASSWORD_LENGTH = 12;

export type PasswordVerdict =
  | { isAccepted: false; code: 'too_short' | 'too_common' | 'own_details' }
  | { isAccepted: true; code: 'acceptable' | 'good' };

/** What the person has told us and anyone could try: name, mail address, town, cohort. */
export type OwnDetails = readonly string[];

/** Below this, so little is left beside guessable parts that a program tries it within the first million. */
const MINIMUM_UNITS = 6;
/** A common word is one of a few hundred: about as hard to guess as two letters. */
const UNITS_PER_COMMON_WORD = 2;
const MINIMUM_DETAIL_LENGTH = 3;
const MINIMUM_RUN_LENGTH = 3;
const ROWS = ['abcdefghijklmnopqrstuvwxyzäöüß', '01234567890', 'qwertzuiopü', 'qwertyuiop'].concat([
  'asdfghjklöä',
  'yxcvbnm',
  'zxcvbnm',
  '1q2w3e4r5t6z7u8i9o0p',
  '1q2w3e4r5t6y7u8i9o0p',
]);
const LOOKALIKES = new Map(
  ['0o', '1i', '3e', '4a', '5s', '7t', '@a', '$s', '!i', '€e'].map(
    ([sign, letter]) => [sign!, letter!] as const,
  ),
);
const LOOKALIKE_SIGNS = /[013457@$!€]/g;

/**
 * An honest, small judgement of a new password: long enough, not one of those that programs try first,
 * not the person's own name. No rules about kinds of characters: they make passwords worse, not better
 * (NIST SP 800-63B-4 §3.1.1.2; BSI). Length counts characters as a person counts them.
 */
export function judgePassword(password: string, ownDetails: OwnDetails = []): PasswordVerdict {
  const length = countCharacters(password);
  if (length < MINIMUM_PASSWORD_LENGTH) return { isAccepted: false, code: 'too_short' };
  if (countUnits(password, []) < MINIMUM_UNITS) return { isAccepted: false, code: 'too_common' };
  if (countUnits(password, detailWords(ownDetails)) < MINIMUM_UNITS) {
    return { isAccepted: false, code: 'own_details' };
  }
  const isLong = length >= RECOMMENDED_PASSWORD_LENGTH;
  return { isAccepted: true, code: isLong ? 'good' : 'acceptable' };
}

function countCharacters(password: string): number {
  return [...new Intl.Segmenter().segment(password.normalize('NFKC'))].length;
}

/** How many independent pieces someone would have to guess, at best for the guesser. */
function countUnits(password: string, details: readonly string[]): number {
  const spelling = collapseRepeats(simplify(password));
  const [withoutDetails] = cutWords(spelling, details);
  const [withoutWords, commonWords] = cutWords(withoutDetails, WORDS_LONGEST_FIRST);
  const pieces = collapseRuns(collapseDates(withoutWords)).replaceAll(/[^\p{L}\p{N}#]/gu, '');
  return pieces.length + commonWords * UNITS_PER_COMMON_WORD;
}

const WORDS_LONGEST_FIRST = [...COMMON_PASSWORD_WORDS].sort((a, b) => b.length - a.length);

/** Cuts words out wherever they stand, also as "p4ssw0rt". Lookalikes keep every position. */
function cutWords(spelling: string, words: readonly string[]): [rest: string, found: number] {
  let rest = spelling;
  let found = 0;
  for (const word of words) {
    const before = rest;
    rest = cutAt(rest, rest, word);
    rest = cutAt(
      rest,
      rest.replace(LOOKALIKE_SIGNS, (sign) => LOOKALIKES.get(sign)!),
      word,
    );
    if (rest !== before) found += 1;
  }
  return [rest, found];
}

/** Blanks `spelling` where `shape`, of the same length, reads `word`. */
function cutAt(spelling: string, shape: string, word: string): string {
  let rest = spelling;
  for (let at = shape.indexOf(word); at >= 0; at = shape.indexOf(word, at + word.length)) {
    rest = rest.slice(0, at) + ' '.repeat(word.length) + rest.slice(at + word.length);
  }
  return rest;
}

function collapseDates(spelling: string): string {
  return spelling.replace(/\d{1,2}[./-]\d{1,2}[./-](\d{4}|\d\d)|(19|20)\d\d/g, '#');
}

/** "hallohallohallo" → "hallo", "aaaaaaaa" → "a"; the double letters of ordinary words stay. */
function collapseRepeats(spelling: string): string {
  return spelling.replace(/(.{3,12}?)\1+|(.{1,2}?)\2{2,}/gu, '$1$2');
}

/** Runs along the alphabet, the digits or a row of keys become one sign: "12345" → "#" */
function collapseRuns(spelling: string): string {
  let result = '';
  let position = 0;
  while (position < spelling.length) {
    const run = runLengthAt(spelling, position);
    result += run >= MINIMUM_RUN_LENGTH ? '#' : spelling[position];
    position += run >= MINIMUM_RUN_LENGTH ? run : 1;
  }
  return result;
}

const TRACKS = ROWS.flatMap((row) => [row, [...row].reverse().join('')]);

function runLengthAt(spelling: string, position: number): number {
  let longest = 1;
  for (const track of TRACKS) {
    let start = track.indexOf(spelling[position]!);
    while (start >= 0) {
      let length = 1;
      while (
        position + length < spelling.length &&
        track[start + length] === spelling[position + length]
      )
        length += 1;
      longest = Math.max(longest, length);
      start = track.indexOf(spelling[position]!, start + 1);
    }
  }
  return longest;
}

/** "Maria Müller-Lüdenscheid", "m.mueller@stadt-ahlen.de" → their words, in both spellings of umlauts. */
function detailWords(ownDetails: OwnDetails): string[] {
  const words = ownDetails.flatMap((detail) => simplify(detail).split(/[^\p{L}\p{N}]+/u));
  const spellings = words.flatMap((word) => [word, spellOut(word), withoutMarks(word)]);
  return [...new Set(spellings)]
    .filter((word) => word.length >= MINIMUM_DETAIL_LENGTH)
    .sort((a, b) => b.length - a.length);
}

const simplify = (text: string) => text.normalize('NFKC').toLowerCase();

const spellOut = (word: string) =>
  word.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss');

const withoutMarks = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '');
