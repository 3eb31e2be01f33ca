import { m } from '$lib/paraglide/messages.js';
import type { ApprovalResult, RankedOption } from '../count/approval';
import type { ViewedDecision } from '../view/queries.server';
import { votesOfText } from './text';

interface Counted {
  result: ApprovalResult;
  electorate: 'teams' | 'persons';
}

export const answersIn = ({ result, electorate }: Counted) => ({
  answered: result.turnout.answered,
  electorate,
});

type Decided = Pick<ViewedDecision, 'items' | 'finalAt'>;

/** What is chosen in the end, in a few sentences: by the decision, where there is one. */
export function outcomeText(
  counted: Counted,
  decision: Decided | null,
  titleOf: (optionId: string) => string,
): string {
  const { outcome, ranking, chosen } = counted.result;
  const total = ranking.length;
  const first = ranking[0];
  const sentences = [nothingText(counted.result)];
  if (decision) sentences.push(decisionText(decision, total));
  else if (outcome === 'chosen')
    sentences.push(m.ballot_result_chosen({ count: chosen.length, total }));
  if (outcome === 'chosen' && first) {
    const votes = votesOfText(first.approvals, answersIn(counted));
    sentences.push(m.ballot_result_most({ title: titleOf(first.optionId), votes }));
  }
  return sentences.filter(Boolean).join(' ');
}

/** Why the votes chose nothing; empty where they did. */
function nothingText({ outcome, turnout }: ApprovalResult): string {
  switch (outcome) {
    case 'nobody_voted':
      return m.ballot_result_nobody();
    case 'nothing_approved':
      return m.ballot_result_nothing();
    case 'quorum_missed': {
      const needed = turnout.quorum?.needed ?? 0;
      return m.ballot_result_quorum_missed({ voted: turnout.takenPart, needed });
    }
    case 'chosen':
      return '';
  }
}

function decisionText({ items, finalAt }: Decided, total: number): string {
  const count = items.filter(({ isChosen }) => isChosen).length;
  const departures = items.filter(({ isDeparture }) => isDeparture);
  const added = departures.filter(({ isChosen }) => isChosen).length;
  const left = departures.length - added;
  const byResult = count - added;
  const isFinal = finalAt !== null;
  const sentences = [];
  if (count === 0) sentences.push(m.ballot_result_nothing_taken());
  else if (byResult === 0) sentences.push(m.ballot_result_only_added({ count, total }));
  else if (isFinal && added > 0)
    sentences.push(m.ballot_result_chosen_added({ count, total, byResult, added }));
  else {
    const taken = isFinal ? m.ballot_result_chosen : m.ballot_result_chosen_provisional;
    sentences.push(taken({ count, total }));
    if (added > 0) sentences.push(m.ballot_result_added({ count: added }));
  }
  if (left > 0 && count > 0) sentences.push(m.ballot_result_left_out({ count: left }));
  return sentences.join(' ');
}

/** Why an option is not chosen; null where it is, or where the outcome says it for all. */
export function fateText(
  { fate, minutes }: RankedOption,
  minutesText: (minutes: number) => string,
): string | null {
  switch (fate) {
    case 'places_full':
      return m.ballot_fate_places_full();
    case 'does_not_fit':
      return m.ballot_fate_does_not_fit({ minutes: minutesText(minutes ?? 0) });
    case 'without_support':
      return m.ballot_fate_without_support();
    case 'chosen':
    case 'behind_status_quo':
    case 'quorum_missed':
      return null;
  }
}
