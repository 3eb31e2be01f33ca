import { expect, test } from 'vitest';
import { layOut, stepsThatCount } from './trail';
import type { AdoptionState } from './states';

const origin = new Date('2026-01-01T00:00:00Z');
const now = new Date('2026-12-31T00:00:00Z');

test('steps stand where their day is, from the first showing to now', () => {
  const { rows, originX } = layOut(
    origin,
    [{ name: 'Menden', steps: [{ state: 'tried', at: '2026-07-02T00:00:00Z' }] }],
    now,
  );
  expect(originX).toBeLessThan(5);
  expect(rows[0]!.steps[0]!.x).toBeGreaterThan(49);
  expect(rows[0]!.steps[0]!.x).toBeLessThan(51);
  expect(rows[0]!.to).toBeGreaterThan(95);
});

test('the line ends where a town gave up', () => {
  const steps = [
    { state: 'interested', at: '2026-03-01T00:00:00Z' },
    { state: 'dropped', at: '2026-06-01T00:00:00Z' },
  ] as const;
  const { rows, statesShown } = layOut(origin, [{ name: 'Soest', steps }], now);
  expect(rows[0]!.to).toBe(rows[0]!.steps[1]!.x);
  expect(statesShown).toEqual(['interested', 'dropped']);
});

test('steps of one day stand side by side, also at the edges', () => {
  for (const day of ['2026-01-01T00:00:00Z', '2026-12-31T00:00:00Z', '2027-05-01T00:00:00Z']) {
    const steps = (['interested', 'planned', 'tried'] as const).map((state) => ({
      state,
      at: day,
    }));
    const places = layOut(origin, [{ name: 'Ahlen', steps }], now).rows[0]!.steps.map(({ x }) => x);
    for (const place of places) expect(place).toSatisfy((x: number) => x >= 3 && x <= 97);
    expect(places[1]! - places[0]!).toBeGreaterThanOrEqual(4.9);
    expect(places[2]! - places[1]!).toBeGreaterThanOrEqual(4.9);
  }
});

test('what was shown today has a picture too', () => {
  const { rows } = layOut(
    now,
    [{ name: 'Ahlen', steps: [{ state: 'tried', at: now.toISOString() }] }],
    now,
  );
  expect(Number.isFinite(rows[0]!.steps[0]!.x)).toBe(true);
});

test('of one day the last step counts, and no step that changes nothing', () => {
  const statesOf = (...made: [AdoptionState, string][]) =>
    stepsThatCount(
      made.map(([state, at]) => ({ state, at })),
      'Europe/Berlin',
    ).map(({ state }) => state);
  expect(
    statesOf(
      ['interested', '2026-03-01T10:00:00Z'],
      ['dropped', '2026-03-01T10:01:00Z'],
      ['tried', '2026-03-01T22:59:00Z'],
      // In Berlin it is the next day already.
      ['adapted', '2026-03-01T23:01:00Z'],
    ),
  ).toEqual(['tried', 'adapted']);
  expect(
    statesOf(
      ['tried', '2026-03-01T10:00:00Z'],
      ['dropped', '2026-03-05T10:00:00Z'],
      ['tried', '2026-03-05T10:01:00Z'],
    ),
  ).toEqual(['tried']);
});
