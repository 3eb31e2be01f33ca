import fc from 'fast-check';
import { expect, test } from 'vitest';
import { piecesOf } from './word-difference';

test('tells which words came and went', () => {
  expect(piecesOf('Wie gewinnen wir Helfer?', 'Wie halten wir Helfer?')).toEqual([
    { kind: 'same', text: 'Wie ' },
    { kind: 'removed', text: 'gewinnen' },
    { kind: 'added', text: 'halten' },
    { kind: 'same', text: ' wir Helfer?' },
  ]);
});

test('both texts can be read from the pieces, whatever they are', () => {
  const words = fc.stringMatching(/^[a-zäöüß .,\n]{0,60}$/);
  fc.assert(
    fc.property(words, words, (before, after) => {
      const pieces = piecesOf(before, after);
      const without = (kind: string) =>
        pieces
          .filter((piece) => piece.kind !== kind)
          .map((piece) => piece.text)
          .join('');
      expect(without('added')).toBe(before);
      expect(without('removed')).toBe(after);
    }),
  );
});
