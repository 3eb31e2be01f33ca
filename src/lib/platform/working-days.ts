import { Temporal } from 'temporal-polyfill';

/**
 * The end of the n-th working day after a moment (Monday to Friday; public holidays differ by state
 * and are not taken out).
 *
 * @param from the day of this moment does not count
 * @param days at least 1
 * @param timeZone whose midnight ends a day, e.g. "Europe/Berlin"
 */
export function endOfWorkingDay(from: Date, days: number, timeZone: string): Date {
  let day = Temporal.Instant.fromEpochMilliseconds(from.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate();
  for (let counted = 0; counted < days;) {
    day = day.add({ days: 1 });
    const isWorkingDay = day.dayOfWeek <= 5;
    if (isWorkingDay) counted += 1;
  }
  const end = day.add({ days: 1 }).toZonedDateTime({ timeZone });
  return new Date(end.epochMilliseconds);
}
