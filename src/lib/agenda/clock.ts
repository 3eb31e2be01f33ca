/** The clock of one day of a workshop, in the cohort's time zone. Pure. */
import { Temporal } from 'temporal-polyfill';

const MINUTES_OF_A_DAY = 1_440;

/**
 * Time goes by evenly, clocks are put forward and back. What lasts is counted in minutes since the day's
 * midnight that have gone by; what a clock shows then is the same on all days but two of a year.
 * Both may go into the next day.
 */
export interface DayClock {
  /** How many minutes have gone by when clocks show this many minutes after midnight. */
  elapsedAt(shown: number): number;
  /** What clocks show then: minutes after midnight, above 1440 on the next day. */
  shownAt(elapsed: number): number;
  /** The moment itself; null on a day without a date. */
  momentAt(elapsed: number): Date | null;
}

const asCounted = (minutes: number): number => minutes;

/** `date` as "2026-03-29"; null where the date is not known yet. */
export function dayClock(date: string | null, timeZone: string): DayClock {
  if (date === null) return { elapsedAt: asCounted, shownAt: asCounted, momentAt: () => null };
  const day = Temporal.PlainDate.from(date);
  const midnight = day.toZonedDateTime(timeZone);
  const startMs = midnight.epochMilliseconds;
  const momentAt = (elapsed: number) => new Date(startMs + elapsed * 60_000);
  const isEven = midnight.add({ days: 2 }).epochMilliseconds - startMs === 2 * 86_400_000;
  if (isEven) return { elapsedAt: asCounted, shownAt: asCounted, momentAt };
  return {
    momentAt,
    elapsedAt(shown) {
      const days = Math.floor(shown / MINUTES_OF_A_DAY);
      const minutes = shown - days * MINUTES_OF_A_DAY;
      const time = new Temporal.PlainTime(Math.floor(minutes / 60), minutes % 60);
      const moment = day.add({ days }).toZonedDateTime({ timeZone, plainTime: time });
      return (moment.epochMilliseconds - startMs) / 60_000;
    },
    shownAt(elapsed) {
      const moment = midnight.add({ minutes: elapsed });
      const days = day.until(moment.toPlainDate()).days;
      return days * MINUTES_OF_A_DAY + moment.hour * 60 + moment.minute;
    },
  };
}
