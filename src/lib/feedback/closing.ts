import { Temporal } from 'temporal-polyfill';

// When a feedback form closes, and when those who have not answered are reminded. Pure.

const DAY_MS = 86_400_000;
const REMINDED_BEFORE_MS = 3 * DAY_MS;

/** The midnight that ends the day so many days after the moment, as clocks in the time zone show it. */
export function endOfDay(from: Date, days: number, timeZone: string): Date {
  const moment = Temporal.Instant.fromEpochMilliseconds(from.getTime());
  const dayAfter = moment.toZonedDateTimeISO(timeZone).add({ days: days + 1 });
  return new Date(dayAfter.startOfDay().epochMilliseconds);
}

/**
 * When a form closes that is opened now: so many days later, but counted from the end of the event where
 * that is still to come. Nobody can say before how it was.
 */
export function closingOf(now: Date, endsAt: Date | null, days: number, timeZone: string): Date {
  const from = endsAt !== null && endsAt > now ? endsAt : now;
  return endOfDay(from, days, timeZone);
}

/** Three days before it closes; of a short one, in its middle. */
export function reminderOf(openedAt: Date, closesAt: Date): Date {
  const half = (closesAt.getTime() - openedAt.getTime()) / 2;
  return new Date(closesAt.getTime() - Math.min(REMINDED_BEFORE_MS, half));
}

/** The last moment at which answers are taken, to be shown: midnight belongs to the day that it ends. */
export const lastMoment = (closesAt: Date): Date => new Date(closesAt.getTime() - 1);
