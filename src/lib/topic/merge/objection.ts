import { Temporal } from 'temporal-polyfill';

/** Product rule: one of a team agrees, the other can object for five working days. */
const WORKING_DAYS = 5;

/**
 * The moment until which the partner can object: the end of the fifth working day after the
 * agreement (Monday to Friday; public holidays differ by state and are not taken out).
 *
 * @param agreedAt when one of the team agreed
 * @param timeZone the cohort's, e.g. "Europe/Berlin"
 */
export function objectionDeadline(agreedAt: Date, timeZone: string): Date {
  let day = Temporal.Instant.fromEpochMilliseconds(agreedAt.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate();
  for (let counted = 0; counted < WORKING_DAYS;) {
    day = day.add({ days: 1 });
    const isWorkingDay = day.dayOfWeek <= 5;
    if (isWorkingDay) counted += 1;
  }
  const end = day.add({ days: 1 }).toZonedDateTime({ timeZone });
  return new Date(end.epochMilliseconds);
}
