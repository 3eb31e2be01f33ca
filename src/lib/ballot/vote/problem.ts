import type { Locale } from '$lib/access/actor';
import { m } from '$lib/paraglide/messages.js';
import type { CastChoice } from '../choice';
import {
  findProblems,
  kindOf,
  type ChoiceProblem,
  type ChoiceProblemCode,
  type ChoiceRules,
} from '../choice-rules';
import { HIGHEST_RESISTANCE, HIGHEST_SCORE } from '../limits';
import type { MethodSettings } from '../method';
import type { Marks, Paper } from './paper';

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
  facts: { title: string; points: number; most: number; highest: number },
  options: { locale?: Locale },
) => string;

const words: Record<ChoiceProblemCode, Word> = {
  wrong_kind: m.ballot_problem_wrong_kind,
  unknown_option: m.ballot_problem_unknown_option,
  option_twice: m.ballot_problem_option_twice,
  option_missing: m.ballot_problem_option_missing,
  too_many_points: m.ballot_problem_too_many_points,
  too_many_points_on_option: m.ballot_problem_too_many_points_on_option,
  number_out_of_range: m.ballot_problem_number_out_of_range,
  rank_gap: m.ballot_problem_rank_gap,
  split_not_possible: m.ballot_problem_split_not_possible,
};

/** Said beside the place that it is about, where the title stands already. */
const besideWords: Partial<Record<ChoiceProblemCode, Word>> = {
  option_missing: m.ballot_problem_beside_missing,
  too_many_points_on_option: m.ballot_problem_beside_too_many,
  number_out_of_range: m.ballot_problem_beside_number,
};

/** What is wrong with a vote, and what to do, in a sentence. */
export const problemText = (problem: ChoiceProblem, asked: Asked, locale?: Locale): string =>
  words[problem.code](factsOf(problem, asked), locale ? { locale } : {});

function factsOf({ optionId }: ChoiceProblem, { settings, options }: Asked) {
  const points = ('points' in settings && settings.points) || 0;
  const most = ('pointsPerOption' in settings && settings.pointsPerOption) || 0;
  const title = options.find(({ id }) => id === optionId)?.title ?? '';
  const kind = kindOf(settings);
  const highest = kind === 'points' ? most : kind === 'scores' ? HIGHEST_SCORE : HIGHEST_RESISTANCE;
  return { points, most, title, highest };
}

/**
 * What is said to a paper on which nothing is ranked or rated, or of which one half says nothing; else null.
 * It could be counted, but whoever sends it has hardly begun.
 */
export function blankText({ kind, marks }: Paper, locale?: Locale): string | null {
  const isOrdered = kind === 'ranking' || kind === 'scores';
  const isBlank = ({ isAbstention, ranks, places = {}, numbers }: Marks) =>
    !isAbstention &&
    ranks.flat().length + Object.keys(places).length + Object.keys(numbers).length === 0;
  if (!isOrdered || !marks.some(isBlank)) return null;
  const options = locale ? { locale } : {};
  return kind === 'ranking'
    ? m.ballot_problem_nothing_ranked({}, options)
    : m.ballot_problem_nothing_rated({}, options);
}

/** What is said beside the options of a paper; what is about the whole of it stands above the buttons. */
export function besideTexts(
  choice: CastChoice,
  ballot: Asked & Pick<ChoiceRules, 'electorate' | 'isSecret'>,
): ReadonlyMap<string, string> {
  const texts = findProblems(choice, rulesOf(ballot)).flatMap((problem): [string, string][] => {
    const text = besideWords[problem.code]?.(factsOf(problem, ballot), {});
    return problem.optionId && text ? [[problem.optionId, text]] : [];
  });
  return new Map(texts);
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
