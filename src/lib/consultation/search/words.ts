import { around, holdsAll, marked } from '$lib/search/mark';

/** Something that a person can read in a consultation, open in this browser. */
export interface Words {
  href: string;
  /** Where it stands: the title of the consultation, or the phase. */
  title: string;
  /** Who wrote it, and what it is: "Jana Rameil · Beratung". */
  place: string;
  text: string;
  /** Milliseconds since 1970; own notes, which have no moment, come last. */
  writtenAt: number;
}

export type FoundWords = Words & { excerpt: string };

const EXCERPT_LENGTH = 200;

const holdsSome = (text: string, typed: string): boolean =>
  marked(text, typed).some(({ isHit }) => isHit);

/**
 * What holds all words that were typed, the newest first: in its text, some of them perhaps in its title.
 * A title alone would find everything that stands below it. Umlauts, capitals and endings are taken as the
 * search of the whole site takes them.
 */
export const findWords = (all: readonly Words[], typed: string): FoundWords[] =>
  all
    .filter(({ title, text }) => holdsSome(text, typed) && holdsAll(`${title} ${text}`, typed))
    .sort((one, other) => other.writtenAt - one.writtenAt)
    .map((words) => ({
      ...words,
      excerpt: around(words.text.replace(/\s+/g, ' ').trim(), typed, EXCERPT_LENGTH),
    }));
