/** Where somebody's name stands, as it is shown before it goes. Pure. */

/** The texts about an example, the team's own first. */
export const namePlaces = [
  'team',
  'cohort',
  'public',
  'step',
  'version',
  'comment',
  'adoption',
  'file',
] as const;
export type NamePlace = (typeof namePlaces)[number];

/** One text as the database finds it: the name stands between the two marks. */
export interface MarkedText {
  place: NamePlace;
  field: string;
  said: string | null;
  found: number;
}

export interface Excerpt {
  before: string;
  name: string;
  after: string;
}

export interface NameInPlace {
  place: NamePlace;
  field: string;
  found: number;
  excerpts: Excerpt[];
}

const AROUND = 40;
const BEGIN = '\u0002';
const END = '\u0003';

/** Each name that is marked, with some words around it; cut off where a word ends. */
export function excerptsOf(said: string): Excerpt[] {
  const pieces = said.split(BEGIN);
  const plain = (text: string) => text.replaceAll(END, '');
  return pieces.slice(1).map((piece, index) => {
    const [name = '', after = ''] = piece.split(END);
    const before = plain(pieces.slice(0, index + 1).join(''));
    const rest = after + plain(pieces.slice(index + 2).join(''));
    return { before: lastWords(before), name, after: firstWords(rest) };
  });
}

const lastWords = (text: string): string =>
  text.length <= AROUND ? text : `…${text.slice(-AROUND).replace(/^\S*(?=\s)/, '')}`;
const firstWords = (text: string): string =>
  text.length <= AROUND ? text : `${text.slice(0, AROUND).replace(/(?<=\s)\S*$/, '')}…`;

/** The texts by place and field, in the order of the places. */
export function gatherPlaces(texts: readonly MarkedText[]): NameInPlace[] {
  const gathered = new Map<string, NameInPlace>();
  for (const { place, field, said, found } of texts) {
    const key = `${place} ${field}`;
    const entry = gathered.get(key) ?? { place, field, found: 0, excerpts: [] };
    entry.found += found;
    if (said !== null) entry.excerpts.push(...excerptsOf(said));
    gathered.set(key, entry);
  }
  const order = ({ place }: NameInPlace) => namePlaces.indexOf(place);
  return [...gathered.values()].sort((one, other) => order(one) - order(other));
}
