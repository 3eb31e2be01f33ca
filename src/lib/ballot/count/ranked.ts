import type { Choice } from '../choice';
import { weighted } from '../choice-rules';
import { rankAndTake, type Count, type Limits, type RankingResult } from './ranking';
import { layersOf, strongestPaths, type Matrix } from './schulze';

export type RankedMeasure = {
  /** 1 for those that nobody beats, 2 for those that only the first ones beat, and so on */
  layer: number;
  /** whether anybody ranked it */
  isRanked: boolean;
};
export type RankedResult = RankingResult<'ranked', RankedMeasure> & {
  /** the options that the rows and columns of the matrix stand for */
  optionIds: string[];
  /** half votes that put the option of the row before the one of the column */
  pairwise: Matrix;
};

/**
 * Ranking, counted by Schulze's method: Schulze, *A new monotonic, clone-independent, reversal
 * symmetric, and Condorcet-consistent single-winner election method*, Social Choice and Welfare 36
 * (2011), sections 2.1 to 2.3, with winning votes (section 2.1, "support"). Options that a ballot
 * leaves out stand below all that it ranks; equals in a ballot count for neither.
 *
 * @throws RangeError as `rankAndTake`
 */
export function countRankings(count: Count<Limits>): RankedResult {
  const optionIds = count.options.map(({ id }) => id);
  const pairwise = comparePairs(count);
  const layers = layersOf(strongestPaths(pairwise).strength);
  const named = new Set(
    count.casts
      .flatMap(weighted)
      .flatMap(({ choice }) => (choice.kind === 'ranking' ? choice.ranks.flat() : [])),
  );
  const measures = new Map(
    optionIds.map((id, index) => [id, { layer: layers[index]!, isRanked: named.has(id) }]),
  );
  const result = rankAndTake(count, {
    method: 'ranked',
    measures,
    compare: (one, other) => one.layer - other.layer,
    isSupported: ({ isRanked }) => isRanked,
  });
  return { ...result, optionIds, pairwise };
}

/** How many half votes prefer each option to each other one. */
function comparePairs({ options, casts }: Count<Limits>): Matrix {
  const indexOf = new Map(options.map(({ id }, index) => [id, index]));
  const pairwise = options.map(() => options.map(() => 0));
  for (const { choice, halfVotes } of casts.flatMap(weighted)) {
    if (choice.kind !== 'ranking') continue;
    const groups = groupsOf(choice, indexOf);
    groups.forEach((better, place) => {
      for (const worse of groups.slice(place + 1))
        for (const row of better) for (const column of worse) pairwise[row]![column]! += halfVotes;
    });
  }
  return pairwise;
}

/** The options of a ballot by rank, those left out together at the end. */
function groupsOf(
  choice: Extract<Choice, { kind: 'ranking' }>,
  indexOf: ReadonlyMap<string, number>,
): number[][] {
  const ranked = choice.ranks.map((equals) => equals.map((id) => indexOf.get(id)!));
  const isRanked = new Set(ranked.flat());
  return [...ranked, [...indexOf.values()].filter((index) => !isRanked.has(index))];
}
