import { expect, test } from 'vitest';
import { layOutTowns } from './layout';
import { WIDTH } from './outline';
import { placeOf } from './place';

const near = [
  'Finnentrop',
  'Kirchhundem',
  'Kreis Olpe',
  'Bad Berleburg',
  'Kreis Siegen-Wittgenstein',
];

test('towns that lie close together have dots of their own', () => {
  const towns = layOutTowns(
    near.map((name) => ({ name, ...placeOf(name)! })),
    WIDTH,
  );
  for (const [index, one] of towns.entries())
    for (const other of towns.slice(index + 1))
      expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(12);
});

test('a town alone stays where it lies, its name inside the map', () => {
  const [west, east] = layOutTowns(
    [
      { name: 'Kleve', x: 10, y: 100 },
      { name: 'Höxter', x: WIDTH - 10, y: 100 },
    ],
    WIDTH,
  );
  expect(west).toMatchObject({ x: 10, y: 100, side: 'right' });
  expect(east).toMatchObject({ side: 'left' });
});

test('two in one place part', () => {
  const [one, other] = layOutTowns(
    [
      { name: 'Soest', x: 90, y: 90 },
      { name: 'Kreis Soest', x: 90, y: 90 },
    ],
    WIDTH,
  );
  expect(other!.x - one!.x).toBeGreaterThan(12);
});
