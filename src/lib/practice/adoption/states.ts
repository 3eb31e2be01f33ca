/** How far another team has come with an example, in the order in which one usually gets there. Pure. */
export const adoptionStates = [
  'interested',
  'planned',
  'tried',
  'adapted',
  'dropped',
  'established',
] as const;
export type AdoptionState = (typeof adoptionStates)[number];

/** After so many months a team is asked how it goes. */
export const reminderMonths = [3, 6, 12] as const;

/** Teams that have come to an end are not asked any more. */
export const isAsked = (state: AdoptionState): boolean =>
  state !== 'dropped' && state !== 'established';

/**
 * The day so many months later; the last of the month where it has no such day.
 *
 * @param months at least 0
 */
export function monthsLater(start: Date, months: number): Date {
  const later = new Date(start);
  later.setUTCDate(1);
  later.setUTCMonth(later.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(later.getUTCFullYear(), later.getUTCMonth() + 1, 0));
  later.setUTCDate(Math.min(start.getUTCDate(), lastDay.getUTCDate()));
  return later;
}

/** What is asked after next, and when; null once all was asked. */
export function nextReminder(
  startedAt: Date,
  remindedMonths: number,
): { months: number; at: Date } | null {
  const months = reminderMonths.find((one) => one > remindedMonths);
  return months === undefined ? null : { months, at: monthsLater(startedAt, months) };
}
