import { weighted } from '../choice-rules';
import { rankAndTake, type Count, type Limits, type Placed, type RankingResult } from './ranking';
import type { HalfVotes } from './turnout';

export type RankedOption = Placed<{ approvals: HalfVotes }>;
export type ApprovalResult = RankingResult<'approval', { approvals: HalfVotes }>;
export type ApprovalCount = Count<Limits>;

/**
 * Approval voting: most approvals win (Brams and Fishburn, *Approval Voting*, 1983, chapter 1).
 * With several places the first ones of the ranking; with minutes to fill, down the ranking whatever
 * still fits; an option that nobody approves is never chosen. Ties: fewer minutes, then the lot.
 * Half votes and minutes are whole numbers, nothing is rounded.
 *
 * @throws RangeError where options lack a lot, or minutes although there are minutes to fill,
 *   or where there are more ballots than voters
 */
export function countApprovals(count: ApprovalCount): ApprovalResult {
  const approvals = new Map<string, HalfVotes>(count.options.map(({ id }) => [id, 0]));
  for (const { choice, halfVotes } of count.casts.flatMap(weighted)) {
    if (choice.kind !== 'approval') continue;
    for (const id of choice.approved) approvals.set(id, approvals.get(id)! + halfVotes);
  }
  return rankAndTake(count, {
    method: 'approval',
    measures: new Map([...approvals].map(([id, each]) => [id, { approvals: each }])),
    compare: (one, other) => other.approvals - one.approvals,
    isSupported: (measure) => measure.approvals > 0,
  });
}
