import type { RandomBytes } from '$lib/platform/random';
import type { Choice } from './choice';
import { anonymousLines, valueFor, type ExportedBallot, type ExportedCast } from './export';
import type { OptionFacts } from './count/tie';
import { HIGHEST_SCORE } from './limits';
import type { MethodSettings } from './method';

const PABULIB_VOTE_TYPES = {
  approval: 'approval',
  points: 'cumulative',
  scores: 'scoring',
} as const;

/**
 * The anonymous ballots in the format of Pabulib (Faliszewski et al., *Participatory Budgeting: Data,
 * Tools and Analysis*, IJCAI 2023; pabulib.org/format), so that any other program can count them again.
 * Costs are minutes; without minutes each option costs 1 and the budget is the number of places.
 * The format knows no weights: as soon as one ballot was split, whole ballots stand there twice.
 * Abstentions stand there as empty votes; but not in Equal Shares, where every vote has a share of the
 * minutes, and whoever abstains leaves it to the others.
 *
 * @returns null for rankings with equals and for resistance, which the format cannot express
 */
export function toPabulib(
  ballot: ExportedBallot,
  casts: readonly ExportedCast[],
  randomBytes: RandomBytes,
): string | null {
  const voteType = pabulibVoteType(ballot.settings);
  if (voteType === null) return null;

  const numbers = new Map(ballot.options.map(({ id }, index) => [id, index + 1]));
  const lines = anonymousLines(repeatedWhereSplit(casts), randomBytes)
    .filter(({ choice }) => !isLeftOut(choice, ballot.settings))
    .map((line, index) => ({ ...line, number: index + 1 }));
  const budget = 'budgetMinutes' in ballot.settings ? ballot.settings.budgetMinutes : null;
  const places = 'places' in ballot.settings ? ballot.settings.places : null;
  const hasPoints = voteType !== 'approval';
  const date = new Intl.DateTimeFormat('de-DE', { dateStyle: 'medium', timeZone: ballot.timeZone });

  const meta: [string, string | number][] = [
    ['description', ballot.title],
    ['country', 'Germany'],
    ['unit', ballot.organisation],
    ['subunit', ballot.cohort],
    ['instance', ballot.closedAt.getUTCFullYear()],
    ['num_projects', ballot.options.length],
    ['num_votes', lines.length],
    ['budget', budget ?? places ?? 1],
    ['vote_type', voteType],
    ['rule', pabulibRule(ballot.settings)],
    ['date_begin', date.format(ballot.openedAt)],
    ['date_end', date.format(ballot.closedAt)],
    ['language', ballot.language],
    ...pabulibLimits(ballot.settings),
    ['comment', commentOf(ballot, casts, numbers)],
  ];
  const projects = inOrderOfTies(ballot, budget !== null).map(({ id, title, minutes }) => [
    numbers.get(id)!,
    budget === null ? 1 : (minutes ?? 0),
    title,
    ballot.chosen.includes(id) ? 1 : 0,
  ]);
  const votes = lines.map(({ number, choice }) => {
    const named = ballot.options.filter(({ id }) => isNamed(choice, id));
    const vote = named.map(({ id }) => numbers.get(id)!).join(',');
    return [
      number,
      vote,
      ...(hasPoints ? [named.map(({ id }) => valueFor(choice, id)).join(',')] : []),
    ];
  });

  return [
    section('META', ['key', 'value'], meta),
    section('PROJECTS', ['project_id', 'cost', 'name', 'selected'], projects),
    section('VOTES', ['voter_id', 'vote', ...(hasPoints ? ['points'] : [])], votes),
  ].join('');
}

/**
 * Whoever counts again and knows no lot takes the first of equals: so they stand in the order that breaks
 * ties. Where every cost is written as 1, the minutes, which come before the lot, would be lost too.
 */
export function inOrderOfTies({ options, lotOrder }: ExportedBallot, hasCosts: boolean) {
  const lotOf = ({ id }: OptionFacts) => lotOrder.indexOf(id);
  const minutesOf = ({ minutes }: OptionFacts) =>
    hasCosts ? 0 : (minutes ?? Number.MAX_SAFE_INTEGER);
  return [...options].sort(
    (one, other) => minutesOf(one) - minutesOf(other) || lotOf(one) - lotOf(other),
  );
}

/** How the format calls the votes of a ballot; null where it cannot express them. */
export function pabulibVoteType(settings: MethodSettings) {
  if (settings.method === 'equal-shares') {
    return PABULIB_VOTE_TYPES[settings.utility === 'points' ? 'points' : 'approval'];
  }
  if (settings.method === 'approval') return PABULIB_VOTE_TYPES.approval;
  if (settings.method === 'dots') return PABULIB_VOTE_TYPES.points;
  return settings.method === 'score' ? PABULIB_VOTE_TYPES.scores : null;
}

function pabulibRule(settings: MethodSettings): string {
  if (settings.method !== 'equal-shares') return 'greedy';
  return settings.completion === 'none' ? 'equalshares' : `equalshares/${settings.completion}`;
}

function pabulibLimits(settings: MethodSettings): [string, number][] {
  if (settings.method === 'score') return [['max_points', HIGHEST_SCORE]];
  if (!('points' in settings) || settings.points === null) return [];
  return [
    ['max_points', settings.pointsPerOption!],
    ['max_sum_points', settings.points],
  ];
}

const TIES_OF_SHARES = {
  'cost-then-approvals': 'lower cost, then more approvals',
  'approvals-then-cost': 'more approvals, then lower cost',
};

function commentOf(
  ballot: ExportedBallot,
  casts: readonly ExportedCast[],
  numbers: ReadonlyMap<string, number>,
): string {
  const lot = ballot.lotOrder.map((id) => numbers.get(id)).join(' ');
  const hasMinutes = 'budgetMinutes' in ballot.settings && ballot.settings.budgetMinutes !== null;
  const cost = hasMinutes ? 'Cost in minutes.' : 'Every option costs 1, the budget is the places.';
  const { settings } = ballot;
  const isByShares = settings.method === 'equal-shares';
  const empty = isByShares ? 'approve nothing' : 'are abstentions or approve nothing';
  const sentences = [cost, `Empty votes ${empty}.`];
  if (isAnySplit(casts))
    sentences.push('Each voter stands here twice; a split ballot once per half.');
  const breakers =
    settings.method === 'equal-shares' ? TIES_OF_SHARES[settings.tieBreaking] : 'lower cost';
  const limit = recountLimit(settings, isAnySplit(casts));
  return [
    ...sentences,
    `Ties: ${breakers}, then the lot: ${lot}.`,
    ...(limit ? [LIMIT_WORDS[limit]] : []),
    `Recount: npm run -s count -- FILE ${recountOptions(settings, isAnySplit(casts)).join(' ')}`,
  ].join(' ');
}

const LIMIT_WORDS = {
  places:
    'The number of places is limited too, which this format cannot say: a recount can choose more.',
  halves: 'Whole shares at the start cannot be told of halves: a recount can differ.',
};

/**
 * Why a recount of the file can come to another result than the page; null where it cannot.
 * `places`: the format knows one limit, and the minutes are written. `halves`: where each voter stands
 * there twice, a whole number of minutes for both is not always twice a whole number.
 */
export function recountLimit(
  settings: MethodSettings,
  isDoubled: boolean,
): 'places' | 'halves' | null {
  if (settings.method === 'equal-shares') return isDoubled && settings.isIntegral ? 'halves' : null;
  return settings.places !== null && settings.budgetMinutes !== null ? 'places' : null;
}

/** With these the command comes to the result of the page. */
export function recountOptions(settings: MethodSettings, isDoubled: boolean): string[] {
  const method = ['--method', settings.method];
  if (settings.method !== 'equal-shares') return method;
  const { utility, completion, incrementMinutesPerVoter, isIntegral, tieBreaking } = settings;
  // Half a minute is no whole amount, so where voters stand there twice, shares begin exact.
  const isWhole = isIntegral && !isDoubled;
  // Where each voter stands there twice, each of the two gets half of what the voter gets more.
  const increment = isDoubled ? incrementMinutesPerVoter / 2 : incrementMinutesPerVoter;
  return [
    ...method,
    ...['--utility', utility, '--completion', completion, '--increment', String(increment)],
    ...(isWhole ? ['--integral'] : []),
    ...['--ties', tieBreaking === 'cost-then-approvals' ? 'cost,approvals' : 'approvals,cost'],
  ];
}

const isLeftOut = (choice: Choice, { method }: MethodSettings) =>
  method === 'equal-shares' && choice.kind === 'abstention';

export const isAnySplit = (casts: readonly ExportedCast[]) =>
  casts.some(({ choice }) => choice.kind === 'split');

export function repeatedWhereSplit(casts: readonly ExportedCast[]): ExportedCast[] {
  if (!isAnySplit(casts)) return [...casts];
  return casts.flatMap((cast) => (cast.choice.kind === 'split' ? [cast] : [cast, cast]));
}

function isNamed(choice: Choice, optionId: string): boolean {
  const value = valueFor(choice, optionId);
  return choice.kind === 'scores' ? value !== null : value !== null && value > 0;
}

function section(name: string, columns: string[], rows: readonly (readonly unknown[])[]): string {
  const lines = [columns, ...rows].map((row) =>
    row.map((cell) => pabulibCell(String(cell))).join(';'),
  );
  return `${name}\n${lines.map((line) => `${line}\n`).join('')}`;
}

/** A section's name alone on a line would end the section before it, so line breaks become spaces. */
function pabulibCell(text: string): string {
  const oneLine = text.replace(/\s+/g, ' ').trim();
  return /[;"]/.test(oneLine) ? `"${oneLine.replaceAll('"', '""')}"` : oneLine;
}
