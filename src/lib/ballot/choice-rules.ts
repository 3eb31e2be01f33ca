import type { CastChoice, Choice } from './choice';
import { HIGHEST_RESISTANCE, HIGHEST_SCORE, type Method } from './limits';
import type { MethodSettings } from './method';

// Without zod: pages and the count need these rules in the browser, and not the whole of a library.

export type ChoiceProblemCode =
  | 'wrong_kind'
  | 'unknown_option'
  | 'option_twice'
  | 'option_missing'
  | 'too_many_points'
  | 'too_many_points_on_option'
  | 'number_out_of_range'
  | 'rank_gap'
  | 'split_not_possible';
export type ChoiceProblem = { code: ChoiceProblemCode; optionId?: string };

/** What a choice is measured against. */
export type ChoiceRules = {
  settings: MethodSettings;
  optionIds: readonly string[];
  electorate: 'persons' | 'teams';
  isSecret: boolean;
};

/** Everything that is wrong with a choice, for messages beside the options; empty where it may be cast. */
export function findProblems(cast: CastChoice, rules: ChoiceRules): ChoiceProblem[] {
  if (cast.kind !== 'split') return findProblemsOfOne(cast, rules);
  const isSplitPossible = rules.electorate === 'teams' && !rules.isSecret;
  if (!isSplitPossible) return [{ code: 'split_not_possible' }];
  return cast.halves.flatMap((half) => findProblemsOfOne(half, rules));
}

function findProblemsOfOne(one: Choice, { settings, optionIds }: ChoiceRules): ChoiceProblem[] {
  if (one.kind === 'abstention') return [];
  if (one.kind !== kindOf(settings)) return [{ code: 'wrong_kind' }];

  const named = namedOptions(one);
  const offered = new Set(optionIds);
  const unknown = named.filter((id) => !offered.has(id));
  const twice = named.filter((id, index) => named.indexOf(id) !== index);
  const missing = one.kind === 'resistance' ? optionIds.filter((id) => !named.includes(id)) : [];
  return [
    ...unknown.map((optionId) => ({ code: 'unknown_option' as const, optionId })),
    ...twice.map((optionId) => ({ code: 'option_twice' as const, optionId })),
    ...missing.map((optionId) => ({ code: 'option_missing' as const, optionId })),
    ...findNumberProblems(one),
    ...(one.kind === 'points' ? findPointProblems(one.points, settings) : []),
    ...(one.kind === 'ranking' && one.ranks.some((equals) => equals.length === 0)
      ? [{ code: 'rank_gap' as const }]
      : []),
  ];
}

const HIGHEST = { points: Infinity, scores: HIGHEST_SCORE, resistance: HIGHEST_RESISTANCE };

/** What no field of the page sends, but anybody can: a number below zero, a half, too high a score. */
function findNumberProblems(one: Choice): ChoiceProblem[] {
  if (one.kind !== 'points' && one.kind !== 'scores' && one.kind !== 'resistance') return [];
  return Object.entries(numbersOf(one))
    .filter(([, number]) => !Number.isInteger(number) || number < 0 || number > HIGHEST[one.kind])
    .map(([optionId]) => ({ code: 'number_out_of_range', optionId }));
}

function numbersOf(
  one: Extract<Choice, { kind: 'points' | 'scores' | 'resistance' }>,
): Record<string, number> {
  if (one.kind === 'points') return one.points;
  return one.kind === 'scores' ? one.scores : one.resistance;
}

function findPointProblems(given: Record<string, number>, settings: MethodSettings) {
  if (!('points' in settings)) return [];
  const problems: ChoiceProblem[] = Object.entries(given)
    .filter(([, number]) => number > (settings.pointsPerOption ?? 0))
    .map(([optionId]) => ({ code: 'too_many_points_on_option', optionId }));
  const sum = Object.values(given).reduce((total, number) => total + number, 0);
  if (sum > (settings.points ?? 0)) problems.push({ code: 'too_many_points' });
  return problems;
}

/** The kind of choice that a ballot asks for. */
export function kindOf(settings: MethodSettings): Exclude<Choice['kind'], 'abstention'> {
  if (settings.method === 'equal-shares') {
    return settings.utility === 'points' ? 'points' : 'approval';
  }
  const kinds = {
    approval: 'approval',
    dots: 'points',
    score: 'scores',
    ranked: 'ranking',
    resistance: 'resistance',
  } as const satisfies Record<Exclude<Method, 'equal-shares'>, Choice['kind']>;
  return kinds[settings.method];
}

function namedOptions(one: Exclude<Choice, { kind: 'abstention' }>): string[] {
  switch (one.kind) {
    case 'approval':
      return one.approved;
    case 'points':
      return Object.keys(one.points);
    case 'scores':
      return Object.keys(one.scores);
    case 'ranking':
      return one.ranks.flat();
    case 'resistance':
      return Object.keys(one.resistance);
  }
}

/** One answer with its weight in half votes: 2 for a whole ballot, 1 for each half of a split one. */
export type WeightedChoice = { halfVotes: 1 | 2; choice: Choice };

/** The answers of a cast ballot with their weights. Half votes are whole numbers, so sums stay exact. */
export function weighted(cast: CastChoice): WeightedChoice[] {
  if (cast.kind !== 'split') return [{ halfVotes: 2, choice: cast }];
  return cast.halves.map((half) => ({ halfVotes: 1, choice: half }));
}
