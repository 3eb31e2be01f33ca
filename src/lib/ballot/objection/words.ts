import type { Locale } from '$lib/access/actor';
import { m } from '$lib/paraglide/messages.js';
import { getLocale } from '$lib/paraglide/runtime.js';
import { quotedList } from '../result/text';
import type { DecisionChange } from './queries.server';

/** What an answer to an objection made of the decision: one sentence, and what changed. */
export function outcomeWords(
  changes: readonly DecisionChange[],
  titleOf: (optionId: string) => string,
  locale: Locale = getLocale(),
): { text: string; changes: string[] } {
  const options = { locale };
  if (changes.length === 0) return { text: m.ballot_objection_kept({}, options), changes: [] };
  const titlesOf = (isChosen: boolean) =>
    quotedList(
      changes
        .filter((change) => change.isChosen === isChosen)
        .map(({ optionId }) => titleOf(optionId)),
      locale,
    );
  const taken = titlesOf(true);
  const left = titlesOf(false);
  return {
    text: m.ballot_objection_changed({}, options),
    changes: [
      ...(taken ? [m.ballot_objection_taken({ titles: taken }, options)] : []),
      ...(left ? [m.ballot_objection_left({ titles: left }, options)] : []),
    ],
  };
}
