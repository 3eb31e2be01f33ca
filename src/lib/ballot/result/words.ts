import type { Locale } from '$lib/access/actor';
import { m } from '$lib/paraglide/messages.js';
import { getLocale } from '$lib/paraglide/runtime.js';
import { formatMinutes } from '$lib/ui/format';
import type { BallotResult } from '../count/ballot';
import type { EqualSharesResult } from '../count/equal-shares';
import type { ViewedDecision } from '../view/queries.server';
import { shareText } from './share-text';
import { measure } from './measure';
import { votesOfText } from './text';

interface Counted {
  result: BallotResult;
  electorate: 'teams' | 'persons';
}
type Titles = (optionId: string) => string;

export const answersIn = ({ result, electorate }: Counted) => ({
  answered: result.turnout.answered,
  electorate,
});

type Decided = Pick<ViewedDecision, 'items' | 'finalAt'>;

/** What is chosen in the end, in a few sentences: by the decision, where there is one. */
export function outcomeText(
  counted: Counted,
  decision: Decided | null,
  titleOf: Titles,
  locale: Locale = getLocale(),
): string {
  const options = { locale };
  const { outcome, ranking, chosen } = counted.result;
  const total = ranking.length;
  const sentences = [nothingText(counted.result, locale)];
  if (decision) sentences.push(decisionText(decision, total, locale));
  else if (outcome === 'chosen')
    sentences.push(m.ballot_result_chosen({ count: chosen.length, total }, options));
  if (outcome === 'chosen') sentences.push(firstText(counted, decision, titleOf, locale));
  return sentences.filter(Boolean).join(' ');
}

/** What did best, by the measure of the method. */
function firstText(
  counted: Counted,
  decision: Decided | null,
  titleOf: Titles,
  locale: Locale,
): string {
  const options = { locale };
  const { result } = counted;
  const first = result.ranking[0];
  if (!first) return '';
  const title = titleOf(first.optionId);
  const measureText = () =>
    measure(result, { ...counted, locale, isByPoints: false }).measured[0]!.text;
  switch (result.method) {
    case 'approval': {
      const { approvals } = result.ranking[0]!;
      return m.ballot_result_most(
        { title, votes: votesOfText(approvals, answersIn(counted), locale) },
        options,
      );
    }
    case 'equal-shares':
      return decision?.items.some(({ isDeparture }) => isDeparture)
        ? ''
        : m.ballot_result_together(
            { minutes: formatMinutes(result.chosenMinutes, locale) },
            options,
          );
    case 'dots':
      return m.ballot_result_most_points({ title, measure: measureText() }, options);
    case 'score':
      return m.ballot_result_best_score({ title, measure: measureText() }, options);
    case 'resistance':
      return first.optionId === result.statusQuoId
        ? m.ballot_result_status_quo({}, options)
        : m.ballot_result_least_resistance({ title, measure: measureText() }, options);
    case 'ranked':
      return m.ballot_result_first({ title }, options);
  }
}

/** Why the votes chose nothing; empty where they did. */
function nothingText({ outcome, turnout }: BallotResult, locale: Locale): string {
  const options = { locale };
  switch (outcome) {
    case 'nobody_voted':
      return m.ballot_result_nobody({}, options);
    case 'nothing_approved':
      return m.ballot_result_nothing({}, options);
    case 'quorum_missed': {
      const needed = turnout.quorum?.needed ?? 0;
      return m.ballot_result_quorum_missed({ voted: turnout.takenPart, needed }, options);
    }
    case 'chosen':
      return '';
  }
}

function decisionText({ items, finalAt }: Decided, total: number, locale: Locale): string {
  const options = { locale };
  const count = items.filter(({ isChosen }) => isChosen).length;
  const departures = items.filter(({ isDeparture }) => isDeparture);
  const added = departures.filter(({ isChosen }) => isChosen).length;
  const left = departures.length - added;
  const byResult = count - added;
  const isFinal = finalAt !== null;
  const sentences = [];
  if (count === 0) sentences.push(m.ballot_result_nothing_taken({}, options));
  else if (byResult === 0) sentences.push(m.ballot_result_only_added({ count, total }, options));
  else if (isFinal && added > 0)
    sentences.push(m.ballot_result_chosen_added({ count, total, byResult, added }, options));
  else {
    const taken = isFinal ? m.ballot_result_chosen : m.ballot_result_chosen_provisional;
    sentences.push(taken({ count, total }, options));
    if (added > 0) sentences.push(m.ballot_result_added({ count: added }, options));
  }
  if (left > 0 && count > 0) sentences.push(m.ballot_result_left_out({ count: left }, options));
  return sentences.join(' ');
}

/** Why an option is not chosen; null where it is, or where the outcome says it for all. */
export function fateText(
  result: BallotResult,
  optionId: string,
  locale: Locale = getLocale(),
): string | null {
  const options = { locale };
  if (result.method === 'equal-shares') return sharesFateText(result, optionId, locale);
  const option = result.ranking.find((each) => each.optionId === optionId)!;
  switch (option.fate) {
    case 'places_full':
      return result.method === 'approval' ? m.ballot_fate_places_full({}, options) : null;
    case 'does_not_fit':
      return m.ballot_fate_does_not_fit(
        { minutes: formatMinutes(option.minutes ?? 0, locale) },
        options,
      );
    case 'without_support':
      return result.method === 'ranked'
        ? m.ballot_fate_not_ranked({}, options)
        : m.ballot_fate_without_support({}, options);
    case 'behind_status_quo':
      return m.ballot_fate_behind_status_quo({}, options);
    case 'chosen':
    case 'quorum_missed':
      return null;
  }
}

/** Why a topic did not fit, although it may have been popular. */
function sharesFateText(
  { ranking }: EqualSharesResult,
  optionId: string,
  locale: Locale,
): string | null {
  const options = { locale };
  const { fate, heldMinutes } = ranking.find((each) => each.optionId === optionId)!;
  const held = shareText(heldMinutes, locale);
  if (fate === 'without_support') return m.ballot_fate_without_support({}, options);
  if (fate === 'does_not_fit') return m.ballot_fate_shares({ held }, options);
  return fate === 'supporters_short' ? m.ballot_fate_short({ held }, options) : null;
}
