import { expect, test } from 'vitest';
import { monthsLater, nextReminder } from './states';

test.each([
  ['2026-11-27T10:00:00.000Z', 3, '2027-02-27T10:00:00.000Z'],
  ['2026-11-30T10:00:00.000Z', 3, '2027-02-28T10:00:00.000Z'],
  ['2027-08-31T10:00:00.000Z', 6, '2028-02-29T10:00:00.000Z'],
  ['2026-11-27T10:00:00.000Z', 12, '2027-11-27T10:00:00.000Z'],
])('%s and %i months is %s', (start, months, expected) => {
  expect(monthsLater(new Date(start), months).toISOString()).toBe(expected);
});

test('a team is asked after 3, 6 and 12 months, then no more', () => {
  const start = new Date('2026-11-27T10:00:00.000Z');
  const asked = [0, 3, 6, 12].map((months) => nextReminder(start, months)?.months);
  expect(asked).toEqual([3, 6, 12, undefined]);
});
