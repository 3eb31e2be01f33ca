import { m } from '$lib/paraglide/messages.js';
import type { ApprovalResult, RankedOption } from '../approval';

/** 13 half votes are "6½". */
export function votesText(halfVotes: number): string {
  const whole = Math.floor(halfVotes / 2);
  if (halfVotes % 2 === 0) return String(whole);
  return whole === 0 ? '½' : `${whole}½`;
}

/** "7 von 10": of those who answered. */
export const votesOfText = (approvals: number, result: ApprovalResult): string =>
  m.ballot_result_votes({
    votes: votesText(approvals),
    total: votesText(result.turnout.answered),
  });

/** The outcome in one or two sentences. */
export function outcomeText(result: ApprovalResult, titleOf: (optionId: string) => string): string {
  const { outcome, turnout, ranking, chosen } = result;
  if (outcome === 'nobody_voted') return m.ballot_result_nobody();
  if (outcome === 'nothing_approved') return m.ballot_result_nothing();
  if (outcome === 'quorum_missed')
    return m.ballot_result_quorum_missed({
      voted: turnout.takenPart,
      needed: turnout.quorum?.needed ?? 0,
    });
  const first = ranking[0]!;
  const sentences = [
    m.ballot_result_chosen({ count: chosen.length, total: ranking.length }),
    m.ballot_result_most({
      title: titleOf(first.optionId),
      votes: votesOfText(first.approvals, result),
    }),
  ];
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
    case 'quorum_missed':
      return null;
  }
}
