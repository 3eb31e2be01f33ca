// Which words of a text were found, told without the database, so that no markup has to travel.

export interface Piece {
  text: string;
  isHit: boolean;
}

const SHORTEST_STEM = 4;
/** How many letters an ending may have: "Verein" and "Vereinen", "Vorstand" and "Vorstände". */
const LONGEST_ENDING = 3;
const WORD = /[\p{L}\p{N}]+/gu;
const IS_PLAIN = /^[a-z0-9]+$/i;

const spelledOut: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue' };
/** Letters that no decomposition turns into plain ones. */
const plain: Record<string, string> = { ß: 'ss', ı: 'i', ø: 'o', ł: 'l', æ: 'ae' };

const fold = (word: string): string =>
  word
    .toLowerCase()
    .replace(/[ßıøłæ]/g, (letter) => plain[letter]!)
    .normalize('NFD')
    .replace(/\p{M}/gu, '');

/** A word as it is compared: "Müller" as "muller" and as "mueller". */
const foldings = (word: string): string[] =>
  IS_PLAIN.test(word)
    ? [word.toLowerCase()]
    : [fold(word), fold(word.toLowerCase().replace(/[äöü]/g, (letter) => spelledOut[letter]!))];

function commonLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

/** The beginning of the word, or the same word with another ending. */
function isSame(found: string, typed: string): boolean {
  if (found.startsWith(typed)) return true;
  const length = commonLength(found, typed);
  const endings = Math.max(found.length, typed.length) - length;
  return length >= SHORTEST_STEM && endings <= LONGEST_ENDING;
}

const wordsOf = (typed: string): string[] => (typed.match(WORD) ?? []).flatMap(foldings);

/** Where in the text the words of the search stand, as [start, end), one after the other. */
function* hitsIn(text: string, typed: string): Generator<[number, number], undefined> {
  const wanted = wordsOf(typed);
  for (const { 0: word, index } of text.matchAll(WORD))
    if (foldings(word).some((found) => wanted.some((one) => isSame(found, one))))
      yield [index, index + word.length];
}

/** Whether each word of the search stands somewhere in the text, as its beginning or with another ending. */
export function holdsAll(text: string, typed: string): boolean {
  const words = [...new Set(text.match(WORD) ?? [])].flatMap(foldings);
  const wanted = (typed.match(WORD) ?? []).map(foldings);
  return (
    wanted.length > 0 &&
    wanted.every((spellings) => spellings.some((one) => words.some((found) => isSame(found, one))))
  );
}

/** The text in pieces, so that the words that were searched for can be marked. */
export function marked(text: string, typed: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const [start, end] of hitsIn(text, typed)) {
    if (start > from) pieces.push({ text: text.slice(from, start), isHit: false });
    pieces.push({ text: text.slice(start, end), isHit: true });
    from = end;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), isHit: false });
  return pieces;
}

/**
 * A part of the text around the first word that was found; its beginning where none is.
 *
 * @param length of the part, in characters
 */
export function around(text: string, typed: string, length: number): string {
  if (text.length <= length) return text;
  const first = hitsIn(text, typed).next().value;
  const before = Math.floor(length / 3);
  const wanted = Math.max(0, Math.min((first?.[0] ?? 0) - before, text.length - length));
  const start = wanted === 0 ? 0 : text.indexOf(' ', wanted) + 1;
  const cut = text.slice(start, start + length);
  const isEnd = start + length >= text.length;
  const end = isEnd ? cut : cut.slice(0, Math.max(cut.lastIndexOf(' '), 1));
  return `${start > 0 ? '… ' : ''}${end}${isEnd ? '' : ' …'}`;
}
