import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hintsIn, markedPieces } from './hints';

const known = { people: ['Anna Müller-Koch', 'Ben Özdemir'], town: 'Bad Berleburg' };
const found = (text: string) =>
  hintsIn(text, known).map(({ point, start, end }) => `${point}: ${text.slice(start, end)}`);

test.each([
  ['Anna Müller-Koch und Herr Özdemir', ['person: Anna Müller-Koch', 'person: Herr Özdemir']],
  ['In Bad Berleburg, an der Gartenschule', ['place: Bad Berleburg', 'place: Gartenschule']],
  ['Der Berleburger Marktplatz', ['place: Berleburger', 'place: Marktplatz']],
  ['Am 3. Mai 2024, sonst im März 2025', ['date: 3. Mai 2024', 'date: März 2025']],
  ['Es kostete 12.500 Euro, später €300', ['sum: 12.500 Euro', 'sum: €300']],
  ['Die Westfalenpost-Zeitung und der WDR', ['press: Zeitung', 'press: WDR']],
  ['rosa@example.org oder 02751 923-0', ['person: rosa@example.org', 'person: 02751 923-0']],
  ['Wir haben gefragt und gewartet.', []],
])('finds in „%s“ what may tell too much', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test('keeps every letter of the text, whatever it marks', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const pieces = markedPieces(text, known);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    }),
  );
});
