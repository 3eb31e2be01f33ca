import { expect, test } from 'vitest';
import { endOfWorkingDay } from './working-days';

test.each([
  // Friday: the next working day is Monday, the third one Wednesday
  ['2026-03-13T10:00:00Z', 1, '2026-03-16T23:00:00.000Z'],
  ['2026-03-13T10:00:00Z', 3, '2026-03-18T23:00:00.000Z'],
  // over the change to summer time
  ['2026-03-27T10:00:00Z', 1, '2026-03-30T22:00:00.000Z'],
])('from %s, %i working days end at %s', (from, days, end) => {
  expect(endOfWorkingDay(new Date(from), days, 'Europe/Berlin').toISOString()).toBe(end);
});
