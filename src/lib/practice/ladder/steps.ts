/** How an example goes up its ladder. Pure. */
import { endOfWorkingDay } from '$lib/platform/working-days';
import { isSame } from '$lib/platform/same';
import { fieldNames, type PracticeContent } from '../fields';
import type { ReleasedRung } from '../schema';

/** Product rule: one of a team agrees, the other can object for five working days. */
const WORKING_DAYS = 5;

/**
 * The moment until which the partner can object: the end of the fifth working day.
 *
 * @param timeZone the cohort's, e.g. "Europe/Berlin"
 */
export const objectionEnd = (proposedAt: Date, timeZone: string): Date =>
  endOfWorkingDay(proposedAt, WORKING_DAYS, timeZone);

/** When a step that still waits for an agreement is looked at again. */
export const nextLook = (now: Date, timeZone: string): Date => endOfWorkingDay(now, 1, timeZone);

/** What has to be known of the others of the team when the time is over. */
export interface Partner {
  isAway: boolean;
}

/**
 * Whether a step goes on without an answer: to the cohort it does when the time is over; to the
 * public only when nobody of the team is there to be asked.
 */
export function goesOn(
  step: { rung: ReleasedRung; objectUntil: Date },
  partners: readonly Partner[],
  now: Date,
): boolean {
  if (partners.length === 0) return true;
  if (now < step.objectUntil) return false;
  return step.rung === 'cohort' || partners.every(({ isAway }) => isAway);
}

/** The text of an earlier step, and what it was made from. */
export interface EarlierStep {
  content: PracticeContent;
  source: PracticeContent;
}

/**
 * The text that a step begins with. What was worded for the same readers before stays so, unless the text
 * behind it has changed since.
 */
export function derive(source: PracticeContent, earlier: EarlierStep | null): PracticeContent {
  if (!earlier) return source;
  const kept = fieldNames.filter((field) => isSame(source[field], earlier.source[field]));
  const worded = kept.map((field) => [field, earlier.content[field]] as const);
  return { ...source, ...Object.fromEntries(worded) };
}
