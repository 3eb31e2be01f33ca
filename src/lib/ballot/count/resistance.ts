import { HIGHEST_RESISTANCE } from '../limits';
import { weighted } from '../choice-rules';
import { rational, type Rational } from './rational';
import { rankAndTake, type Count, type Limits, type RankingResult } from './ranking';
import type { HalfVotes } from './turnout';

export type ResistanceMeasure = {
  /** sum of the resistance in halves */
  halfResistance: number;
  /** voters who answered: each of them says something of every option */
  raters: HalfVotes;
  /** the strongest single resistance, 0 to 10; the individual acceptance is what is left to 10 */
  strongest: number;
};
export type ResistanceResult = RankingResult<'resistance', ResistanceMeasure> & {
  statusQuoId: string;
};

/**
 * Systemic consensing: the option with the lowest sum of resistance wins (Paulus, Schrotta and
 * Visotschnig, *Systemisches Konsensieren*, 2009, chapter 3). "All stays as it is" is always among the
 * options; where it has the least resistance, nothing is changed, and nothing behind it is chosen.
 *
 * @throws RangeError as `rankAndTake`
 */
export function countResistance(
  count: Count<Limits & { statusQuoOptionId: string }>,
): ResistanceResult {
  const measures = new Map<string, ResistanceMeasure>(
    count.options.map(({ id }) => [id, { halfResistance: 0, raters: 0, strongest: 0 }]),
  );
  for (const { choice, halfVotes } of count.casts.flatMap(weighted)) {
    if (choice.kind !== 'resistance') continue;
    for (const [id, resistance] of Object.entries(choice.resistance)) {
      const measure = measures.get(id)!;
      measure.halfResistance += resistance * halfVotes;
      measure.raters += halfVotes;
      measure.strongest = Math.max(measure.strongest, resistance);
    }
  }
  const statusQuoId = count.settings.statusQuoOptionId;
  const result = rankAndTake(count, {
    method: 'resistance',
    measures,
    compare: (one, other) => one.halfResistance - other.halfResistance,
    // Before anybody has answered, nothing is better than anything else.
    isSupported: ({ raters }) => raters > 0,
    statusQuoId,
  });
  return { ...result, statusQuoId };
}

/** Group acceptance of an option, 0 to 1: 1 where nobody resists; null where nobody answered. */
export function groupAcceptance({ halfResistance, raters }: ResistanceMeasure): Rational | null {
  if (raters === 0) return null;
  const most = raters * HIGHEST_RESISTANCE;
  return rational(BigInt(most - halfResistance), BigInt(most));
}
