import { dayIn, fromLocalInput, toLocalInput } from '$lib/ui/format';

// Working days are Monday to Friday: public holidays differ by state, and are not taken out.

/** When a morning, and when a day of work is over, as clocks show it. */
const NOON = '12:00';
const EVENING = '17:00';

/** The calendar day so many days after another: both as "2026-03-13". */
function daysAfter(day: string, count: number): string {
  const date = new Date(`${day}T00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

function isWorkingDay(day: string): boolean {
  const weekday = new Date(`${day}T00:00Z`).getUTCDay();
  return weekday >= 1 && weekday <= 5;
}

/** The n-th working day after a day, or before it where n is negative; the day itself does not count. */
function workingDaysAfter(day: string, count: number): string {
  let reached = day;
  for (let left = Math.abs(count); left > 0;) {
    reached = daysAfter(reached, Math.sign(count));
    if (isWorkingDay(reached)) left -= 1;
  }
  return reached;
}

const momentOf = (day: string, time: string, timeZone: string): number =>
  fromLocalInput(`${day}T${time}`, timeZone)!.getTime();

/**
 * The end of the n-th working day after a moment: its last minute, for what can be done until midnight.
 *
 * @param from the day of this moment does not count
 * @param days at least 1
 * @param timeZone whose midnight ends a day, e.g. "Europe/Berlin"
 */
export function endOfWorkingDay(from: Date, days: number, timeZone: string): Date {
  const last = workingDaysAfter(dayIn(from.getTime(), timeZone), days);
  return new Date(momentOf(daysAfter(last, 1), '00:00', timeZone));
}

/**
 * When so much working time after a moment is over, at an hour at which people are at work: whole days end
 * in the afternoon, half ones at noon.
 *
 * @param from milliseconds since 1970; the day of this moment does not count
 * @param halfDays at least 1
 * @returns milliseconds since 1970
 */
export function afterWorkingTime(from: number, halfDays: number, timeZone: string): number {
  const last = workingDaysAfter(dayIn(from, timeZone), Math.ceil(halfDays / 2));
  return momentOf(last, halfDays % 2 === 0 ? EVENING : NOON, timeZone);
}

/** The same time of day on the working day before (milliseconds since 1970). */
export function workingDayBefore(moment: number, timeZone: string): number {
  const time = toLocalInput(moment, timeZone).slice(11);
  return momentOf(workingDaysAfter(dayIn(moment, timeZone), -1), time, timeZone);
}
