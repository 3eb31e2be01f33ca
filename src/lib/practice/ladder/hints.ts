/**
 * What in a text could tell who or where it is about: found by rule, to be looked at by a person.
 * A rule misses much and finds harmless things: it only shows where to look. Pure.
 */
import type { CheckPoint } from './schema';

export interface Known {
  /** Names of the team's people, and of others whom the example names. */
  people: readonly string[];
  town: string;
}

export interface Hint {
  point: CheckPoint;
  /** Where in the text it stands. */
  start: number;
  end: number;
}

const LETTER = '\\p{L}\\p{N}';
const escape = (words: string): string => words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

const months =
  'Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|' +
  'January|February|March|June|July|October|December';

const rules: [CheckPoint, RegExp][] = [
  ['person', /[\w.+-]+@[\w-]+\.[\w.-]+/gu],
  ['person', /(?<![\p{L}\p{N}])(?:0|\+49)[\d /()-]{6,}\d/gu],
  [
    'person',
    /(?<![\p{L}])(?:Frau|Herrn?|Mr|Mrs|Ms|Dr|Prof|Bürgermeister(?:in)?|Pfarrer(?:in)?)\.? (?:Dr\. )?\p{Lu}[\p{L}-]+/gu,
  ],
  ['date', new RegExp(`\\b\\d{1,2}\\. ?(?:\\d{1,2}\\.|${months})(?: ?\\d{4})?`, 'gu')],
  ['date', new RegExp(`(?<![${LETTER}])(?:${months}) \\d{4}`, 'gu')],
  ['date', /(?<!\p{N})(?:19|20)\d{2}(?!\p{N})/gu],
  [
    'sum',
    /(?:€ ?)?\d[\d.,]*(?: ?(?:Mio\.|Millionen?|Tausend|million|thousand))? ?(?:€|Euro|EUR)/gu,
  ],
  ['sum', /€ ?\d[\d.,]*/gu],
  [
    'press',
    /(?<![\p{L}])(?:\p{L}*(?:[Zz]eitung|[Pp]resse|[Aa]nzeiger|[Tt]ageblatt|[Rr]undfunk|[Ff]ernsehen)\p{L}*|WDR|newspaper|press|https?:\/\/\S+|www\.\S+)/gu,
  ],
  [
    'place',
    /(?<![\p{L}])\p{Lu}[\p{L}-]*(?:straße|platz|weg|gasse|schule|kirche|heim|haus|halle)(?![\p{L}])/gu,
  ],
];

/** A name as it may stand in a text: whole, or the family name alone; of a town also as in "Ahlener". */
const nameRules = (name: string, endings = 's?'): RegExp[] => {
  const parts = name.trim().split(/\s+/);
  const family = parts.at(-1) ?? '';
  const words = [parts.map(escape).join('\\s+'), ...(family.length > 2 ? [escape(family)] : [])];
  return words.map((word) => new RegExp(`(?<![${LETTER}])${word}${endings}(?![${LETTER}])`, 'giu'));
};

const findAll = (text: string, point: CheckPoint, rule: RegExp): Hint[] =>
  [...text.matchAll(rule)].map(({ index, 0: found }) => ({
    point,
    start: index,
    end: index + found.length,
  }));

/** The places to look at, in order; where two overlap, the first and longest stays. */
export function hintsIn(text: string, { people, town }: Known): Hint[] {
  const found = [
    ...people.flatMap((name) => nameRules(name)).flatMap((rule) => findAll(text, 'person', rule)),
    ...(town === ''
      ? []
      : nameRules(town, '(?:s|er|ers)?').flatMap((rule) => findAll(text, 'place', rule))),
    ...rules.flatMap(([point, rule]) => findAll(text, point, rule)),
  ].sort((one, other) => one.start - other.start || other.end - one.end);
  const kept: Hint[] = [];
  for (const hint of found) if (hint.start >= (kept.at(-1)?.end ?? 0)) kept.push(hint);
  return kept;
}

export interface Piece {
  text: string;
  point: CheckPoint | null;
}

/** A text in pieces, those to look at marked. */
export function markedPieces(text: string, known: Known): Piece[] {
  const pieces: Piece[] = [];
  let reached = 0;
  for (const { point, start, end } of hintsIn(text, known)) {
    if (start > reached) pieces.push({ text: text.slice(reached, start), point: null });
    pieces.push({ text: text.slice(start, end), point });
    reached = end;
  }
  if (reached < text.length) pieces.push({ text: text.slice(reached), point: null });
  return pieces;
}
