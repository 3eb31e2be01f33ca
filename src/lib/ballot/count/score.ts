import { weighted } from '../choice-rules';
import { compareRationals, rational } from './rational';
import { rankAndTake, type Count, type Limits, type RankingResult } from './ranking';
import type { HalfVotes } from './turnout';

export type ScoreMeasure = {
  /** sum of the scores in halves; the mean is `halfScores / raters` */
  halfScores: number;
  /** voters who scored it */
  raters: HalfVotes;
  /** voters who answered, but left this one out */
  silent: HalfVotes;
};
export type ScoreResult = RankingResult<'score', ScoreMeasure>;

/**
 * Score voting: the highest mean wins, of those who scored the option (Smith, *Range Voting*, 2000;
 * "average score" in Felsenthal, *Review of Paradoxes*, 2012, section 2.3.4). Who leaves an option out
 * abstains on it: neither for nor against. Means are compared as fractions.
 *
 * @throws RangeError as `rankAndTake`
 */
export function countScores(count: Count<Limits>): ScoreResult {
  const measures = new Map<string, ScoreMeasure>(
    count.options.map(({ id }) => [id, { halfScores: 0, raters: 0, silent: 0 }]),
  );
  for (const { choice, halfVotes } of count.casts.flatMap(weighted)) {
    if (choice.kind !== 'scores') continue;
    for (const [id, measure] of measures) {
      const score = choice.scores[id];
      if (score === undefined) measure.silent += halfVotes;
      else {
        measure.halfScores += score * halfVotes;
        measure.raters += halfVotes;
      }
    }
  }
  return rankAndTake(count, {
    method: 'score',
    measures,
    compare: (one, other) => compareRationals(meanOf(other), meanOf(one)),
    isSupported: ({ halfScores }) => halfScores > 0,
  });
}

/** The mean of an option; below all others where nobody scored it. */
export const meanOf = ({ halfScores, raters }: ScoreMeasure) =>
  raters === 0 ? rational(-1n) : rational(BigInt(halfScores), BigInt(raters));
