import { endOfWorkingDay } from '$lib/platform/working-days';

/** Product rule: one of a team agrees, the other can object for five working days. */
const WORKING_DAYS = 5;

/**
 * The moment until which the partner can object: the end of the fifth working day after the agreement.
 *
 * @param agreedAt when one of the team agreed
 * @param timeZone the cohort's, e.g. "Europe/Berlin"
 */
export const objectionDeadline = (agreedAt: Date, timeZone: string): Date =>
  endOfWorkingDay(agreedAt, WORKING_DAYS, timeZone);
