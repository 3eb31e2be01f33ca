import { diffWordsWithSpace } from 'diff';

/** A piece of a text that stayed, came or went. */
export interface Piece {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Compares two versions of a text word by word. */
export const piecesOf = (before: string, after: string): Piece[] =>
  diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));

/** Of a choice or a number, a part of the word says nothing: all of it went, all of it came. */
export const exchanged = (before: string, after: string): Piece[] =>
  (
    [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ] as const
  ).filter(({ text }) => text !== '');
