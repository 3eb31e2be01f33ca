import { z } from 'zod';
import { AppError } from '$lib/platform/errors';
import { findProblems, type ChoiceRules } from './choice-rules';
import { HIGHEST_RESISTANCE, HIGHEST_SCORE, MAXIMUM_OPTIONS } from './limits';

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
