import type { Locale } from '$lib/access/actor';
import { m } from '$lib/paraglide/messages.js';
import type { Tie } from '../count/tie';
import { quotedList } from './text';

export interface TieWords {
  /** Which options had the same. */
  text: string;
  /** What put each before the next one. */
  reasons: string[];
  isDecisive: boolean;
}

export function tieWords(
  { optionIds, brokenBy, isDecisive }: Tie,
  titleOf: (optionId: string) => string,
  locale: Locale,
): TieWords {
  const because = {
    minutes: m.ballot_tie_minutes,
    approvals: m.ballot_tie_approvals,
    lot: m.ballot_tie_lot,
  };
  return {
    text: m.ballot_tie_text_same(
      { options: quotedList(optionIds.map(titleOf), locale) },
      { locale },
    ),
    reasons: brokenBy.map((by, index) => {
      const [first, second] = [titleOf(optionIds[index]!), titleOf(optionIds[index + 1]!)];
      return because[by]({ first, second }, { locale });
    }),
    isDecisive,
  };
}
