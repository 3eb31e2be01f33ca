import { z } from 'zod';
import { AppError } from '$lib/platform/errors';
import {
  HIGHEST_RESISTANCE,
  HIGHEST_SCORE,
  MAXIMUM_OPTIONS,
  type Method,
  type MethodSettings,
} from './method';

const optionId = z.uuid().lowercase();
const optionIds = z.array(optionId).max(MAXIMUM_OPTIONS);
const numbersPerOption = (number: z.ZodType<number>) =>
  z
    .record(optionId, number)
    .refine((record) => Object.keys(record).length <= MAXIMUM_OPTIONS, 'too_many_options');
const points = numbersPerOption(z.int().min(0).max(1_000));

/** One voter's answer. Abstaining is an answer of its own: it takes part, and says nothing. */
export const choice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('abstention') }),
  /** Approval, and the Method of Equal Shares by approvals. None approved means: none of these. */
  z.strictObject({ kind: z.literal('approval'), approved: optionIds }),
  /** Dot voting, and the Method of Equal Shares by points. An option left out has no point. */
  z.strictObject({ kind: z.literal('points'), points }),
  /** An option left out is an abstention on that option. */
  z.strictObject({
    kind: z.literal('scores'),
    scores: numbersPerOption(z.int().min(0).max(HIGHEST_SCORE)),
  }),
  /** From best to worst, equals together; options left out stand below all others. */
  z.strictObject({
    kind: z.literal('ranking'),
    ranks: z.array(optionIds.min(1)).max(MAXIMUM_OPTIONS),
  }),
  /** Every option has a number, the status quo too: no resistance has to be said as 0. */
  z.strictObject({
    kind: z.literal('resistance'),
    resistance: numbersPerOption(z.int().min(0).max(HIGHEST_RESISTANCE)),
  }),
]);
export type Choice = z.infer<typeof choice>;

/** A team that cannot agree may split its ballot: each half counts half (voting.md, "tandem ballot"). */
const splitChoice = z.strictObject({ kind: z.literal('split'), halves: z.tuple([choice, choice]) });

/** What is cast and stored for one voter, be it a person or a team. */
export const castChoice = z.discriminatedUnion('kind', [...choice.options, splitChoice]);
export type CastChoice = z.infer<typeof castChoice>;

export type ChoiceProblemCode =
  | 'wrong_kind'
  | 'unknown_option'
  | 'option_twice'
  | 'option_missing'
  | 'too_many_points'
  | 'too_many_points_on_option'
  | 'split_not_possible';
export type ChoiceProblem = { code: ChoiceProblemCode; optionId?: string };

/** What a choice is measured against. */
export type ChoiceRules = {
  settings: MethodSettings;
  optionIds: readonly string[];
  electorate: 'persons' | 'teams';
  isSecret: boolean;
};

/**
 * A cast choice in its one canonical form, or an error (the page shows all problems beforehand, from
 * `findProblems`). Canonical means that
 * ids stand in the order of their spelling: the order in which a voter saw or ticked the options
 * (shuffled for each voter) would name the voter of a secret ballot.
 *
 * @throws AppError `choice_unreadable`; `choice_invalid` with the first `problem` and its `optionId`
 */
export function acceptChoice(input: unknown, rules: ChoiceRules): CastChoice {
  const parsed = castChoice.safeParse(input);
  if (!parsed.success) throw new AppError('choice_unreadable');
  const [first] = findProblems(parsed.data, rules);
  if (first) {
    throw new AppError('choice_invalid', { problem: first.code, optionId: first.optionId ?? null });
  }
  return canonical(parsed.data);
}

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
    ...(one.kind === 'points' ? findPointProblems(one.points, settings) : []),
  ];
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

function canonical(cast: CastChoice): CastChoice {
  switch (cast.kind) {
    case 'abstention':
      return cast;
    case 'approval':
      return { ...cast, approved: [...cast.approved].sort() };
    case 'points':
      return { ...cast, points: sortedByKey(withoutZeros(cast.points)) };
    case 'scores':
      return { ...cast, scores: sortedByKey(cast.scores) };
    case 'ranking':
      return { ...cast, ranks: cast.ranks.map((equals) => [...equals].sort()) };
    case 'resistance':
      return { ...cast, resistance: sortedByKey(cast.resistance) };
    case 'split':
      return { ...cast, halves: cast.halves.map(canonical) as [Choice, Choice] };
  }
}

const sortedByKey = (record: Record<string, number>) =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

/** No points and none given are the same; two spellings would tell voters apart. */
const withoutZeros = (record: Record<string, number>) =>
  Object.fromEntries(Object.entries(record).filter(([, number]) => number > 0));

/** One answer with its weight in half votes: 2 for a whole ballot, 1 for each half of a split one. */
export type WeightedChoice = { halfVotes: 1 | 2; choice: Choice };

/** The answers of a cast ballot with their weights. Half votes are whole numbers, so sums stay exact. */
export function weighted(cast: CastChoice): WeightedChoice[] {
  if (cast.kind !== 'split') return [{ halfVotes: 2, choice: cast }];
  return cast.halves.map((half) => ({ halfVotes: 1, choice: half }));
}
