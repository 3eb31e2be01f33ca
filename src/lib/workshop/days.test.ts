import { describe, expect, it } from 'vitest';
import { areAhead } from './days';

const on = (...dates: (string | null)[]) =>
  dates.map((date) => ({ date, startMinute: 540, endMinute: 960 }));

describe('days that are still ahead', () => {
  // Shortly after midnight in Berlin.
  const now = new Date('2026-03-12T23:10:00Z');
  const areAheadNow = (days: ReturnType<typeof on>) => areAhead(days, now, 'Europe/Berlin');

  it('begin today or later, by the clock of the cohort', () => {
    expect(areAheadNow(on('2026-03-13'))).toBe(true);
    expect(areAheadNow(on('2026-03-14', '2026-03-15'))).toBe(true);
    expect(areAheadNow(on('2026-03-12'))).toBe(false);
    expect(areAheadNow(on('2026-03-12', '2026-03-13'))).toBe(false);
  });

  it('are known, each of them', () => {
    expect(areAheadNow(on(null))).toBe(false);
    expect(areAheadNow(on('2026-03-14', null))).toBe(false);
    expect(areAheadNow([])).toBe(false);
  });
});
