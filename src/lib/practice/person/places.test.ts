import { expect, test } from 'vitest';
import { excerptsOf, gatherPlaces } from './places';

test('each name has some words around it, and other names there are no marks', () => {
  const said = 'Frau \u0002Lind\u0003 fragte \u0002Lind\u0003s Chef.';
  expect(excerptsOf(said)).toEqual([
    { before: 'Frau ', name: 'Lind', after: ' fragte Linds Chef.' },
    { before: 'Frau Lind fragte ', name: 'Lind', after: 's Chef.' },
  ]);
});

test('long texts are cut where a word ends', () => {
  const [excerpt] = excerptsOf(
    `${'Wort '.repeat(20)}lange \u0002Lind\u0003${' danach'.repeat(20)}`,
  );
  expect(excerpt!.before).toMatch(/^… (?:Wort )+lange $/);
  expect(excerpt!.after).toMatch(/^(?: danach)+ …$/);
});

test('texts of one field are one place, the team’s own first', () => {
  const found = { place: 'comment', field: '', said: null, found: 2 } as const;
  const own = { place: 'team', field: 'story', said: '\u0002Lind\u0003', found: 1 } as const;
  expect(gatherPlaces([found, own, own]).map(({ place, found }) => [place, found])).toEqual([
    ['team', 2],
    ['comment', 2],
  ]);
});
