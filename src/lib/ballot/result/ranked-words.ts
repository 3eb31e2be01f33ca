import type { Locale } from '$lib/access/actor';
import { m } from '$lib/paraglide/messages.js';
import type { RankedResult } from '../count/ranked';
import { pathBetween, strongestPaths } from '../count/schulze';
import { votesText } from './text';

export interface RankedWords {
  /** For each option but the last: why it stands before the next one. */
  steps: string[];
  /** Rows and columns in the order of the result. */
  matrix: { title: string; cells: { text: string; isWon: boolean }[] }[];
}

/** Schulze's count in words: the paths between neighbours, and how many votes prefer each to each other. */
export function rankedWords(
  result: RankedResult,
  titleOf: (optionId: string) => string,
  locale: Locale,
): RankedWords {
  const options = { locale };
  const { pairwise, optionIds } = result;
  const paths = strongestPaths(pairwise);
  const order = result.ranking.map(({ optionId }) => optionIds.indexOf(optionId));
  const title = (index: number) => titleOf(optionIds[index]!);
  const way = (from: number, to: number) => pathBetween(paths, from, to)?.map(title).join(' → ');

  const steps = order.slice(0, -1).map((from, place) => {
    const to = order[place + 1]!;
    const there = paths.strength[from]![to]!;
    const back = paths.strength[to]![from]!;
    const [path, pathBack] = [way(from, to), way(to, from)];
    const pair = { first: title(from), second: title(to) };
    const isBefore = there > back;
    const isTied = result.ranking[place]!.layer === result.ranking[place + 1]!.layer;
    const beater = order.find((one) => paths.strength[one]![to]! > paths.strength[to]![one]!);
    const sentences = [
      isBefore
        ? m.ballot_ranked_before(pair, options)
        : isTied || beater === undefined
          ? m.ballot_ranked_level(pair, options)
          : m.ballot_ranked_behind({ ...pair, by: title(beater) }, options),
    ];
    if (path) sentences.push(m.ballot_ranked_path({ path, votes: votesText(there) }, options));
    if (pathBack)
      sentences.push(m.ballot_ranked_back({ path: pathBack, votes: votesText(back) }, options));
    else if (isBefore) sentences.push(m.ballot_ranked_no_way_back({}, options));
    return sentences.join(' ');
  });
  const matrix = order.map((row) => ({
    title: title(row),
    cells: order.map((column) => ({
      text: row === column ? '–' : votesText(pairwise[row]![column]!),
      isWon: pairwise[row]![column]! > pairwise[column]![row]!,
    })),
  }));
  return { steps, matrix };
}
