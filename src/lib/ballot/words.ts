import type { Locale } from '$lib/access/actor';
import { m } from '$lib/paraglide/messages.js';
import { getLocale } from '$lib/paraglide/runtime.js';
import { formatMinutes } from '$lib/ui/format';
import type { BallotState } from './lifecycle';
import type { MethodSettings } from './method';

type Tone = 'neutral' | 'accent' | 'mark' | 'success' | 'warning' | 'danger';

export type Word = (facts?: object, options?: { locale: Locale }) => string;

export const stateWords: Record<BallotState, { label: Word; tone: Tone }> = {
  draft: { label: m.ballot_state_draft, tone: 'neutral' },
  open: { label: m.ballot_state_open, tone: 'accent' },
  closed: { label: m.ballot_state_closed, tone: 'warning' },
  provisional: { label: m.ballot_state_provisional, tone: 'accent' },
  decided: { label: m.ballot_state_decided, tone: 'success' },
  cancelled: { label: m.ballot_state_cancelled, tone: 'danger' },
};

/** "6 von 10 Teams haben abgestimmt". */
export function turnoutText(
  electorate: 'teams' | 'persons',
  turnout: { voted: number; eligible: number },
): string {
  return electorate === 'teams'
    ? m.ballot_turnout_teams(turnout)
    : m.ballot_turnout_persons(turnout);
}

/** Who votes, in words: "10 Teams, jedes mit einer gemeinsamen Stimme". */
export function electorateText(
  ballot: { electorate: 'teams' | 'persons'; includesModerators: boolean },
  eligible: number,
  locale: Locale = getLocale(),
): string {
  const [facts, options] = [{ count: eligible }, { locale }];
  if (ballot.electorate === 'teams') return m.ballot_who_teams(facts, options);
  return ballot.includesModerators
    ? m.ballot_who_persons_moderators(facts, options)
    : m.ballot_who_persons(facts, options);
}

/** How much is chosen, in words; null for methods without places and minutes. */
export function goalText(settings: MethodSettings, locale: Locale = getLocale()): string | null {
  const options = { locale };
  const places = 'places' in settings ? settings.places : null;
  const budgetMinutes = 'budgetMinutes' in settings ? settings.budgetMinutes : null;
  const placesText = places === null ? null : m.ballot_goal_places({ count: places }, options);
  if (budgetMinutes === null) return placesText;
  const minutes = formatMinutes(budgetMinutes, locale);
  return placesText
    ? m.ballot_goal_both({ places: placesText, minutes }, options)
    : m.ballot_goal_minutes({ minutes }, options);
}
