import { describe, expect, it } from 'vitest';
import { closingOf, endOfDay, lastMoment, reminderOf } from './closing';

const ZONE = 'Europe/Berlin';

describe('when a form closes', () => {
  it('is at the end of a day, as clocks show it', () => {
    const opened = new Date('2026-03-13T15:00Z');
    expect(endOfDay(opened, 14, ZONE)).toEqual(new Date('2026-03-27T23:00Z'));
  });

  it('is at midnight also when clocks were put forward in between', () => {
    const opened = new Date('2026-03-20T15:00Z');
    expect(endOfDay(opened, 14, ZONE)).toEqual(new Date('2026-04-03T22:00Z'));
  });

  it('is counted from the end of an event that is still to come, else from now', () => {
    const now = new Date('2026-05-01T10:00Z');
    const ends = new Date('2026-05-11T14:00Z');
    expect(closingOf(now, ends, 14, ZONE)).toEqual(new Date('2026-05-25T22:00Z'));
    const over = new Date('2026-04-11T14:00Z');
    const fromNow = new Date('2026-05-15T22:00Z');
    expect(closingOf(now, over, 14, ZONE)).toEqual(fromNow);
    expect(closingOf(now, null, 14, ZONE)).toEqual(fromNow);
  });

  it('is shown as the day that it ends', () => {
    expect(lastMoment(new Date('2026-05-15T22:00Z'))).toEqual(new Date('2026-05-15T21:59:59.999Z'));
  });
});

describe('the reminder', () => {
  it('comes three days before, or in the middle of a short time', () => {
    const opened = new Date('2026-05-01T00:00Z');
    const at = (closes: string) => reminderOf(opened, new Date(closes));
    expect(at('2026-05-15T00:00Z')).toEqual(new Date('2026-05-12T00:00Z'));
    expect(at('2026-05-03T00:00Z')).toEqual(new Date('2026-05-02T00:00Z'));
  });
});
