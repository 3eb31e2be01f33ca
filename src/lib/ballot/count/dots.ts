import { weighted } from '../choice-rules';
import { rankAndTake, type Count, type Limits, type RankingResult } from './ranking';
import type { HalfVotes } from './turnout';

export type DotsMeasure = {
  /** points in halves, since half a ballot's points count half: 13 are 6½ points */
  halfPoints: number;
  /** voters who gave it something */
  givers: HalfVotes;
};
export type DotsResult = RankingResult<'dots', DotsMeasure>;

/**
 * Dot voting: each voter spreads points over the options, most points win (cumulative voting; Skowron,
 * Slinko, Szufa and Talmon, *Participatory Budgeting with Cumulative Votes*, 2020, section 2). How many
 * points a voter has, and how many may go to one option, is checked when the ballot is cast.
 *
 * @throws RangeError as `rankAndTake`
 */
export function countDots(count: Count<Limits>): DotsResult {
  const measures = new Map<string, DotsMeasure>(
    count.options.map(({ id }) => [id, { halfPoints: 0, givers: 0 }]),
  );
  for (const { choice, halfVotes } of count.casts.flatMap(weighted)) {
    if (choice.kind !== 'points') continue;
    for (const [id, points] of Object.entries(choice.points)) {
      if (points === 0) continue;
      const measure = measures.get(id)!;
      measure.halfPoints += points * halfVotes;
      measure.givers += halfVotes;
    }
  }
  return rankAndTake(count, {
    method: 'dots',
    measures,
    compare: (one, other) => other.halfPoints - one.halfPoints,
    isSupported: ({ halfPoints }) => halfPoints > 0,
  });
}
