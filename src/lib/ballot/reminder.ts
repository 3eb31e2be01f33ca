const HOUR_MS = 3_600_000;
const LAST_CALL_HOURS = 24;

/**
 * When whoever has not voted is reminded: a day before closing, but not before half of the time is
 * over, since a reminder right after the opening would only nag.
 */
export function reminderMoment(openedAt: Date, closesAt: Date): Date {
  const lastCall = closesAt.getTime() - LAST_CALL_HOURS * HOUR_MS;
  const halfTime = (openedAt.getTime() + closesAt.getTime()) / 2;
  return new Date(Math.max(lastCall, halfTime));
}

const PAUSE_HOURS = 12;

/** Whether a reminder by hand may go out again: twice on one day is pestering. */
export const isReminderDue = (remindedAt: Date | null, now: Date): boolean =>
  remindedAt === null || now.getTime() - remindedAt.getTime() >= PAUSE_HOURS * HOUR_MS;
