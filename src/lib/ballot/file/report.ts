import type { BallotResult } from '../count/ballot';
import type { EqualSharesResult, SharesRound } from '../count/equal-shares';
import type { RankedResult } from '../count/ranked';
import { nearestNumber, rational, rationalText, readRational } from '../count/rational';
import { groupAcceptance } from '../count/resistance';
import { pathBetween, strongestPaths } from '../count/schulze';
import { meanOf } from '../count/score';
import type { Tie, TieBreaker } from '../count/tie';
import type { ElectionFile } from './election';

/** What the command prints as JSON: the winners in the order of their choice, and how it came to it. */
export function jsonReport(file: ElectionFile, result: BallotResult) {
  const amount = amountsOf(file);
  return {
    title: file.title,
    method: result.method,
    votes: file.casts.length,
    winners: result.chosen,
    totalCost: Number(amount(String(result.chosenMinutes))),
    rounds:
      result.method === 'equal-shares'
        ? result.rounds.map((round) => sharesRound(round, result, amount))
        : result.ranking.map(({ optionId, place, fate, ...measure }) => ({
            option: optionId,
            place,
            fate,
            ...halvesAsVotes(measure),
          })),
    ties: result.ties.map(({ optionIds, brokenBy, isDecisive }) => ({
      options: optionIds,
      brokenBy: brokenBy.map(breakerName),
      isDecisive,
    })),
    ...(result.method === 'equal-shares' && {
      share: result.share && amount(result.share),
      endowment: result.endowment && amount(result.endowment),
      withoutCompletion: result.withoutCompletion,
      stoppedBy: result.stoppedBy,
    }),
    ...(result.method === 'ranked' && pathsOf(result)),
  };
}

/** The same in words, for people. */
export function textReport(file: ElectionFile, result: BallotResult): string {
  const titleOf = new Map(file.options.map(({ id, title }) => [id, title]));
  const named = (id: string) => {
    const title = titleOf.get(id);
    return title && title !== id ? `${id} (${title})` : id;
  };
  const amount = amountsOf(file);
  const costs =
    file.budget === null
      ? ''
      : `, ${amount(String(result.chosenMinutes))} of ${amount(String(file.budget))}`;
  return [
    ...(file.title ? [file.title] : []),
    `${file.options.length} options, ${file.casts.length} votes, counted by ${result.method}`,
    '',
    `Winners (${result.chosen.length}${costs}):`,
    ...result.chosen.map((id) => `  ${named(id)}`),
    '',
    ...(result.method === 'equal-shares'
      ? sharesLines(result, named, amount)
      : ['Order:', ...rankingLines(result, named)]),
    '',
    ...tieLines(result.ties, file, named),
  ].join('\n');
}

/** Numbers of a file with decimals were counted in whole units; here they get their point back. */
export function amountsOf({ decimals }: Pick<ElectionFile, 'decimals'>) {
  const unit = 10n ** BigInt(decimals);
  return (text: string): string => {
    const { numerator, denominator } = readRational(text);
    const value = rational(numerator, denominator * unit);
    if (unit % value.denominator !== 0n) return rationalText(value);
    const digits = String((value.numerator * unit) / value.denominator).padStart(decimals + 1, '0');
    if (decimals === 0) return digits;
    return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`.replace(/\.?0+$/, '');
  };
}

const breakerName = (breaker: Tie['brokenBy'][number]) =>
  breaker === 'minutes' ? 'cost' : breaker;

function sharesRound(
  round: SharesRound,
  { ranking }: EqualSharesResult,
  amount: (text: string) => string,
) {
  const { optionId, by, price, payments, tie } = round;
  const minutes = ranking.find((each) => each.optionId === optionId)!.minutes;
  return {
    option: optionId,
    by,
    cost: Number(amount(String(minutes))),
    price,
    payments: payments.map(({ minutes: paid, voters }) => ({
      amount: amount(paid),
      voters: voters.length,
    })),
    tiedWith: tie?.optionIds.slice(1) ?? [],
  };
}

/** Sums are kept in half votes; files know whole ones. */
function halvesAsVotes(measure: object) {
  const halved = new Set([
    'approvals',
    'halfPoints',
    'givers',
    'halfScores',
    'raters',
    'silent',
    'halfResistance',
  ]);
  const names: Record<string, string> = {
    halfPoints: 'points',
    halfScores: 'scores',
    halfResistance: 'resistance',
  };
  return Object.fromEntries(
    Object.entries(measure)
      .filter(([key]) => key !== 'minutes')
      .map(([key, value]) => [names[key] ?? key, halved.has(key) ? value / 2 : value]),
  );
}

function pathsOf({ optionIds, pairwise }: RankedResult) {
  const { strength } = strongestPaths(pairwise);
  const inVotes = (matrix: number[][]) => matrix.map((row) => row.map((votes) => votes / 2));
  return { options: optionIds, pairwise: inVotes(pairwise), strongestPaths: inVotes(strength) };
}

function sharesLines(
  result: EqualSharesResult,
  named: (id: string) => string,
  amount: (text: string) => string,
): string[] {
  if (result.endowment === null) return ['Nobody voted.'];
  const raised =
    result.endowment === result.share ? '' : `; counted with ${amount(result.endowment)}`;
  const lines = result.rounds.map(({ optionId, by, payments, tie }, index) => {
    const paid = payments.map(
      ({ minutes, voters }) => `${voters.length} × ${brief(amount(minutes))}`,
    );
    const how = by === 'approvals' ? 'still fits, by approvals' : shortened(paid);
    const tied = tie ? `; tied with ${tie.optionIds.slice(1).join(', ')}` : '';
    return `  ${index + 1}. ${named(optionId)}: ${how}${tied}`;
  });
  return [`Each voter's share: ${brief(amount(result.share!))}${raised}`, 'Rounds:', ...lines];
}

const LONGEST_FRACTION = 12;
/** A long fraction is told as the nearest number; the JSON has it exactly. */
const brief = (text: string) =>
  text.length <= LONGEST_FRACTION ? text : `about ${nearestNumber(readRational(text)).toFixed(2)}`;

const MOST_PAYMENTS_SHOWN = 4;
const shortened = (paid: readonly string[]) =>
  paid.length <= MOST_PAYMENTS_SHOWN
    ? paid.join(', ')
    : `${paid.slice(0, MOST_PAYMENTS_SHOWN).join(', ')} and ${paid.length - MOST_PAYMENTS_SHOWN} other amounts`;

function rankingLines(
  result: Exclude<BallotResult, EqualSharesResult>,
  named: (id: string) => string,
) {
  return result.ranking.map((option, index) => {
    const measure = measureWords(result, index);
    return `  ${option.place}. ${named(option.optionId)}: ${measure}`;
  });
}

function measureWords(result: Exclude<BallotResult, EqualSharesResult>, index: number): string {
  switch (result.method) {
    case 'approval':
      return `${result.ranking[index]!.approvals / 2} approvals`;
    case 'dots':
      return `${result.ranking[index]!.halfPoints / 2} points`;
    case 'score': {
      const measure = result.ranking[index]!;
      const mean = measure.raters === 0 ? 'none' : rationalText(meanOf(measure));
      return `mean ${mean} of ${measure.raters / 2} votes`;
    }
    case 'resistance': {
      const acceptance = groupAcceptance(result.ranking[index]!);
      return `resistance ${result.ranking[index]!.halfResistance / 2}, acceptance ${acceptance ? rationalText(acceptance) : 'none'}`;
    }
    case 'ranked':
      return rankedWords(result, index);
  }
}

/** Whom it beats next, and by which path. */
function rankedWords({ ranking, optionIds, pairwise }: RankedResult, index: number): string {
  const { layer, optionId } = ranking[index]!;
  const next = ranking.find((other) => other.layer > layer);
  if (!next) return `place ${layer} of Schulze's order`;
  const paths = strongestPaths(pairwise);
  const [from, to] = [optionIds.indexOf(optionId), optionIds.indexOf(next.optionId)];
  const path = pathBetween(paths, from, to)?.map((each) => optionIds[each]);
  const [there, back] = [paths.strength[from]![to]!, paths.strength[to]![from]!];
  const way = path ? ` by ${path.join(' > ')}` : '';
  return `place ${layer} of Schulze's order; path to ${next.optionId} ${there / 2} against ${back / 2}${way}`;
}

function tieLines(
  ties: readonly Tie[],
  file: ElectionFile,
  named: (id: string) => string,
): string[] {
  if (ties.length === 0) return ['No ties.'];
  return [
    'Ties:',
    ...ties.map((tie) => {
      const { optionIds, isDecisive } = tie;
      const by = breakersOf(tie, file).map(breakerName).join(', then ');
      const decided = isDecisive ? '; decided who wins' : '';
      return `  ${optionIds.map(named).join(', ')}: broken by ${by}${decided}`;
    }),
  ];
}

/** In the order of the rule. Approvals came first where they decided between different costs. */
function breakersOf({ optionIds, brokenBy }: Tie, { options }: ElectionFile): TieBreaker[] {
  const costOf = (id: string | undefined) => options.find((option) => option.id === id)?.minutes;
  const isApprovalsFirst = brokenBy.some(
    (breaker, at) => breaker === 'approvals' && costOf(optionIds[at]) !== costOf(optionIds[at + 1]),
  );
  const rule: TieBreaker[] = isApprovalsFirst ? ['approvals', 'minutes'] : ['minutes', 'approvals'];
  return [...rule, 'lot' as const].filter((breaker) => brokenBy.includes(breaker));
}
