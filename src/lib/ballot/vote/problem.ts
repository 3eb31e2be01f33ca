import type { Locale } from '$lib/access/actor';
import { m } from '$lib/paraglide/messages.js';
import {
  findProblems,
  type CastChoice,
  type ChoiceProblem,
  type ChoiceProblemCode,
  type ChoiceRules,
} from '../choice';
import type { MethodSettings } from '../method';

interface Asked {
  settings: MethodSettings;
  options: readonly { id: string; title: string }[];
}

/** What a choice on this ballot is measured by. */
export const rulesOf = (
  ballot: Asked & Pick<ChoiceRules, 'electorate' | 'isSecret'>,
): ChoiceRules => ({
  settings: ballot.settings,
  optionIds: ballot.options.map(({ id }) => id),
  electorate: ballot.electorate,
  isSecret: ballot.isSecret,
});

type Word = (
  facts: { title: string; points: number; most: number },
  options: { locale?: Locale },
) => string;

const words: Record<ChoiceProblemCode, Word> = {
  wrong_kind: m.ballot_problem_wrong_kind,
  unknown_option: m.ballot_problem_unknown_option,
  option_twice: m.ballot_problem_option_twice,
  option_missing: m.ballot_problem_option_missing,
  too_many_points: m.ballot_problem_too_many_points,
  too_many_points_on_option: m.ballot_problem_too_many_points_on_option,
  split_not_possible: m.ballot_problem_split_not_possible,
};

/** What is wrong with a vote, and what to do, in a sentence. */
export function problemText(
  { code, optionId }: ChoiceProblem,
  { settings, options }: Asked,
  locale?: Locale,
): string {
  const points = 'points' in settings ? settings.points : 0;
  const most = 'pointsPerOption' in settings ? settings.pointsPerOption : 0;
  const title = options.find(({ id }) => id === optionId)?.title ?? '';
  return words[code]({ points: points ?? 0, most: most ?? 0, title }, locale ? { locale } : {});
}

/** What is wrong with a refused vote, more precisely than its code; null where it is not the vote. */
export function whatIsWrong(
  choice: CastChoice,
  ballot: Asked & Pick<ChoiceRules, 'electorate' | 'isSecret'>,
  locale: Locale,
): string | null {
  const [problem] = findProblems(choice, rulesOf(ballot));
  return problem ? problemText(problem, ballot, locale) : null;
}
