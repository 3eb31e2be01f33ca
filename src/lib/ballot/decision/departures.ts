import { AppError } from '$lib/platform/errors';

export interface Item {
  optionId: string;
  isChosen: boolean;
  reason: string;
}

/** One option of a decision, measured against the result. */
export interface Weighed extends Item {
  isDeparture: boolean;
}

/**
 * The items of a decision with their departures from the result marked.
 * @throws AppError `decision_incomplete` unless each option is there exactly once;
 *   `decision_needs_reason` where a departure has none
 */
export function weigh(
  items: readonly Item[],
  { optionIds, chosen }: { optionIds: readonly string[]; chosen: readonly string[] },
): Weighed[] {
  const named = items.map(({ optionId }) => optionId);
  const isComplete =
    named.length === optionIds.length && optionIds.every((id) => named.includes(id));
  if (!isComplete) throw new AppError('decision_incomplete');
  const weighed = items.map((item) => {
    const isDeparture = item.isChosen !== chosen.includes(item.optionId);
    return { ...item, isDeparture, reason: isDeparture ? item.reason.trim() : '' };
  });
  if (weighed.some(({ isDeparture, reason }) => isDeparture && reason === ''))
    throw new AppError('decision_needs_reason');
  return weighed;
}
