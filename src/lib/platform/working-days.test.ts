import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { toLocalInput } from '$lib/ui/format';
import { afterWorkingTime, endOfWorkingDay, workingDayBefore } from './working-days';

test.each([
  // Friday: the next working day is Monday, the third one Wednesday
  ['2026-03-13T10:00:00Z', 1, '2026-03-16T23:00:00.000Z'],
  ['2026-03-13T10:00:00Z', 3, '2026-03-18T23:00:00.000Z'],
  // over the change to summer time
  ['2026-03-27T10:00:00Z', 1, '2026-03-30T22:00:00.000Z'],
])('from %s, %i working days end at %s', (from, days, end) => {
  expect(endOfWorkingDay(new Date(from), days, 'Europe/Berlin').toISOString()).toBe(end);
});

test.each([
  // Monday evening: half a day later is Tuesday noon, a day later the afternoon.
  ['2026-03-09T21:40:00Z', 1, '2026-03-10T11:00:00.000Z'],
  ['2026-03-09T21:40:00Z', 2, '2026-03-10T16:00:00.000Z'],
  ['2026-03-09T21:40:00Z', 3, '2026-03-11T11:00:00.000Z'],
  // Friday and Saturday lead over the weekend, here with the change to summer time.
  ['2026-03-27T10:00:00Z', 2, '2026-03-30T15:00:00.000Z'],
  ['2026-03-28T10:00:00Z', 2, '2026-03-30T15:00:00.000Z'],
  // Back to winter time.
  ['2026-10-23T10:00:00Z', 4, '2026-10-27T16:00:00.000Z'],
])('from %s, %i half days of work are over at %s', (from, halfDays, end) => {
  const over = afterWorkingTime(Date.parse(from), halfDays, 'Europe/Berlin');
  expect(new Date(over).toISOString()).toBe(end);
});

const moments = fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2031, 0, 1) });
const zones = fc.constantFrom('Europe/Berlin', 'Europe/London', 'America/New_York', 'Asia/Kolkata');
const halfDays = fc.integer({ min: 1, max: 40 });

const hourOf = (moment: number, zone: string) => toLocalInput(moment, zone).slice(11);
const weekdayOf = (moment: number, zone: string) =>
  new Date(`${toLocalInput(moment, zone).slice(0, 10)}T00:00Z`).getUTCDay();

describe('working time', () => {
  it('ends on a working day, at noon or in the afternoon, whatever the clocks change', () => {
    fc.assert(
      fc.property(moments, halfDays, zones, (from, count, zone) => {
        const end = afterWorkingTime(from, count, zone);
        expect(end).toBeGreaterThan(from);
        expect(hourOf(end, zone)).toBe(count % 2 === 0 ? '17:00' : '12:00');
        expect([1, 2, 3, 4, 5]).toContain(weekdayOf(end, zone));
      }),
    );
  });

  it('never ends earlier where it begins later, or where there is more of it', () => {
    fc.assert(
      fc.property(moments, fc.nat(10 * 86_400_000), halfDays, zones, (from, wait, count, zone) => {
        const end = afterWorkingTime(from, count, zone);
        expect(afterWorkingTime(from + wait, count, zone)).toBeGreaterThanOrEqual(end);
        expect(afterWorkingTime(from, count + 1, zone)).toBeGreaterThan(end);
      }),
    );
  });

  it('is announced a working day before, at the same time of day', () => {
    fc.assert(
      fc.property(moments, halfDays, zones, (from, count, zone) => {
        const end = afterWorkingTime(from, count, zone);
        const before = workingDayBefore(end, zone);
        expect(hourOf(before, zone)).toBe(hourOf(end, zone));
        expect([1, 2, 3, 4, 5]).toContain(weekdayOf(before, zone));
        expect(afterWorkingTime(before, 2, zone)).toBeGreaterThanOrEqual(end);
      }),
    );
  });
});
