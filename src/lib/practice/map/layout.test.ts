import { expect, test } from 'vitest';
import { layOutNarrow, layOutTowns } from './layout';
import { HEIGHT, WIDTH } from './outline';
import { placeOf } from './place';

const size = { width: WIDTH, height: HEIGHT };
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
    size,
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
    size,
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
    size,
  );
  expect(other!.x - one!.x).toBeGreaterThan(12);
});

test('on a telephone a finger reaches each dot by itself, and none leaves the map', () => {
  const atTheEdge = { name: 'Kranenburg', x: 1, y: 1 };
  const towns = layOutNarrow(
    [...near.map((name) => ({ name, ...placeOf(name)! })), atTheEdge],
    size,
  );
  /** Pixels of a kilometre where the map is 288 wide. */
  const scale = 288 / WIDTH;
  for (const [index, one] of towns.entries()) {
    expect(Math.min(one.x, one.y) * scale).toBeGreaterThanOrEqual(12);
    for (const other of towns.slice(index + 1))
      expect(Math.hypot(one.x - other.x, one.y - other.y) * scale).toBeGreaterThanOrEqual(24);
  }
});
