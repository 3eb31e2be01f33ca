import type { Locale } from '$lib/access/actor';
import { m } from '$lib/paraglide/messages.js';
import { formatList, formatMinutes } from '$lib/ui/format';
import type { EqualSharesResult, SharesRound } from '../count/equal-shares';
import type { MethodSettings } from '../method';
import type { PublishedVote } from './queries.server';
import { shareNumber, shareText } from './share-text';
import { votesText } from './text';

interface Told {
  result: EqualSharesResult;
  settings: MethodSettings;
  votes: readonly Pick<PublishedVote, 'key' | 'voter'>[];
  titleOf: (optionId: string) => string;
  locale: Locale;
  /** Whose own purse is told as such; null on paper. */
  ownVoterId: string | null;
}

export interface SharesWords {
  /** What each vote began with. */
  begin: string;
  /** One for each topic, in the order in which they were bought. */
  rounds: { optionId: string; title: string; minutes: string; sentences: string[] }[];
  /** What each vote's minutes went into. */
  purses: { voter: number; name: string; text: string }[];
  /** "Ihre 24 Minuten: 15 für „Anerkennung“, 9 bleiben." One for each half. */
  own: string[];
}

/** Equal Shares in words; null where nobody's minutes were counted. */
export function sharesWords(told: Told): SharesWords | null {
  const { result, locale, titleOf } = told;
  if (!result.share || !result.endowment) return null;
  const minutesOf = new Map(result.ranking.map(({ optionId, minutes }) => [optionId, minutes]));
  const rounds = result.rounds.map((round) => ({
    optionId: round.optionId,
    title: titleOf(round.optionId),
    minutes: formatMinutes(minutesOf.get(round.optionId) ?? 0, locale),
    sentences: paidIn(round, told),
  }));
  const purses = result.voters.map((_, voter) => ({
    voter,
    name: payerName(voter, told),
    text: `${shareText(result.voters[voter]!.endowment, locale)}: ${spentBy(voter, told)}.`,
  }));
  const own = result.voters.flatMap(({ endowment, half }, voter) => {
    if (!isOwn(voter, told)) return [];
    const number = shareNumber(endowment, locale);
    const facts = { number, spent: spentBy(voter, told) };
    return half === null
      ? m.ballot_shares_own(facts, { locale })
      : m.ballot_shares_own_half({ ...facts, half: half + 1 }, { locale });
  });
  return { begin: beginText(told), rounds, purses, own };
}

function beginText({ result, settings, locale }: Told): string {
  const options = { locale };
  const minutes = (exact: string) => shareText(exact, locale);
  const budget = 'budgetMinutes' in settings ? (settings.budgetMinutes ?? 0) : 0;
  const sentences = [
    m.ballot_shares_begin(
      {
        budget: formatMinutes(budget, locale),
        votes: votesText(result.turnout.answered),
        share: minutes(result.share!),
      },
      options,
    ),
  ];
  if (result.endowment !== result.share) {
    const endowment = minutes(result.endowment!);
    sentences.push(
      m.ballot_shares_raised({ endowment }, options),
      result.nextMinutes === null
        ? m.ballot_shares_exhausted({}, options)
        : m.ballot_shares_next({ minutes: formatMinutes(result.nextMinutes, locale) }, options),
    );
  }
  return sentences.join(' ');
}

function paidIn({ by, payments }: SharesRound, told: Told): string[] {
  const { locale } = told;
  if (by === 'approvals') return [m.ballot_shares_added({}, { locale })];
  return payments.map(({ minutes, voters }) =>
    m.ballot_shares_pays(
      {
        names: formatList(
          voters.map((voter) => payerName(voter, told)),
          locale,
        ),
        count: voters.length,
        minutes: shareText(minutes, locale),
      },
      { locale },
    ),
  );
}

/** Whose vote it is: of a named ballot the team or person, else a number. */
function payerName(voter: number, { result, votes, locale }: Told): string {
  const { cast, half } = result.voters[voter]!;
  const key = result.voterKeys?.[cast];
  const name = votes.find((vote) => vote.key === key)?.voter;
  const whole = name || m.ballot_shares_vote({ number: cast + 1 }, { locale });
  return half === null
    ? whole
    : m.ballot_shares_half({ name: whole, number: half + 1 }, { locale });
}

const isOwn = (voter: number, { result, ownVoterId }: Told): boolean =>
  ownVoterId !== null && result.voterKeys?.[result.voters[voter]!.cast] === ownVoterId;

/** "10 für „Anerkennung“ und 14 bleiben" */
function spentBy(voter: number, { result, titleOf, locale }: Told): string {
  const spent = result.rounds.flatMap(({ optionId, payments }) =>
    payments
      .filter(({ voters }) => voters.includes(voter))
      .map(({ minutes }) =>
        m.ballot_shares_for(
          { number: shareNumber(minutes, locale), title: titleOf(optionId) },
          { locale },
        ),
      ),
  );
  const { left } = result.voters[voter]!;
  const rest =
    left === '0'
      ? m.ballot_shares_nothing_left({}, { locale })
      : m.ballot_shares_left({ number: shareNumber(left, locale) }, { locale });
  return [...spent, rest].join(', ');
}
