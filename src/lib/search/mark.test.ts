import { expect, test } from 'vitest';
import { around, holdsAll, marked } from './mark';

const hitsOf = (text: string, typed: string) =>
  marked(text, typed)
    .filter(({ isHit }) => isHit)
    .map(({ text: hit }) => hit);

test.each([
  ['Vorstände und Vereine', 'vorstand', ['Vorstände']],
  ['Frau Müller kommt', 'mueller', ['Müller']],
  ['Emre Yıldız aus Ahlen', 'Yildiz', ['Yıldız']],
  ['Gülcan Aydoğan', 'aydogan', ['Aydoğan']],
  ['Straße und Gasse', 'strasse', ['Straße']],
  ['Hochwasserhilfe', 'hochw', ['Hochwasserhilfe']],
  ['Wer hilft wem?', 'niemand', []],
  ['Rat und Rathaus', 'rat', ['Rat', 'Rathaus']],
])('in "%s", "%s" finds %j', (text, typed, hits) => {
  expect(hitsOf(text, typed)).toEqual(hits);
});

test('nothing is lost, whatever is marked', () => {
  const text = 'Wer <b>prüft</b> die Kasse – und wann?';
  expect(
    marked(text, 'kasse')
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text);
});

test('a long text is cut around the first hit', () => {
  const text = `${'Wort '.repeat(100)}Schildkröte ${'Ende '.repeat(100)}`.trim();
  const part = around(text, 'schildkroete', 120);
  expect(part).toContain('Schildkröte');
  expect(part).toMatch(/^… Wort .* …$/);
  expect(part.length).toBeLessThan(130);
  expect(around('Kurz.', 'x', 120)).toBe('Kurz.');
});

test.each([
  ['Der Beirat tagt in Mülheim', 'muelheim beirat', true],
  ['Der Beirat tagt in Mülheim', 'MULHEIM', true],
  ['Der Beirat tagt in Mülheim', 'beirat essen', false],
  ['Der Beirat tagt in Mülheim', ' – ', false],
])('"%s" holds all of "%s": %s', (text, typed, expected) => {
  expect(holdsAll(text, typed)).toBe(expected);
});
