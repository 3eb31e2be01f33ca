import type { Locale } from '$lib/access/actor';
import { m } from '$lib/paraglide/messages.js';
import { getLocale } from '$lib/paraglide/runtime.js';
import { formatList } from '$lib/ui/format';
import type { HalfVotes } from '../count/turnout';

/** 13 half votes are "6½". */
export function votesText(halfVotes: number): string {
  const whole = Math.floor(halfVotes / 2);
  if (halfVotes % 2 === 0) return String(whole);
  return whole === 0 ? '½' : `${whole}½`;
}

/** Who answered, and as what. */
interface Answers {
  answered: HalfVotes;
  electorate: 'teams' | 'persons';
}

/** "7 von 10 Teams": of those who answered. */
export function votesOfText(
  approvals: HalfVotes,
  { answered, electorate }: Answers,
  locale: Locale = getLocale(),
): string {
  const facts = {
    votes: votesText(approvals),
    total: votesText(answered),
    count: Math.ceil(answered / 2),
  };
  return electorate === 'teams'
    ? m.ballot_result_votes_teams(facts, { locale })
    : m.ballot_result_votes_persons(facts, { locale });
}

/** „Anerkennung“ und „Neue Räume“: titles in a sentence. */
export const quotedList = (titles: readonly string[], locale: Locale = getLocale()): string =>
  formatList(
    titles.map((title) => m.ballot_quoted({ title }, { locale })),
    locale,
  );
