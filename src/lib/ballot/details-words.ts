import { m } from '$lib/paraglide/messages.js';
import type { MethodSettings } from './method';

type Details = Pick<
  Extract<MethodSettings, { method: 'equal-shares' }>,
  'utility' | 'completion' | 'tieBreaking' | 'incrementMinutesPerVoter' | 'isIntegral'
>;

export const utilityChoices = () => [
  { value: 'cost', label: m.ballot_utility_cost(), hint: m.ballot_utility_cost_hint() },
  { value: 'count', label: m.ballot_utility_count(), hint: m.ballot_utility_count_hint() },
  { value: 'points', label: m.ballot_utility_points(), hint: m.ballot_utility_points_hint() },
];

export const completionChoices = () => [
  { value: 'add1u', label: m.ballot_completion_add1u(), hint: m.ballot_completion_add1u_hint() },
  { value: 'add1', label: m.ballot_completion_add1(), hint: m.ballot_completion_add1_hint() },
  {
    value: 'utilitarian',
    label: m.ballot_completion_utilitarian(),
    hint: m.ballot_completion_utilitarian_hint(),
  },
  { value: 'none', label: m.ballot_completion_none(), hint: m.ballot_completion_none_hint() },
];

export const tieBreakingChoices = () => [
  { value: 'cost-then-approvals', label: m.ballot_ties_cost_first() },
  { value: 'approvals-then-cost', label: m.ballot_ties_approvals_first() },
];

export const tieBreakingText = (tieBreaking: Details['tieBreaking']): string =>
  tieBreakingChoices().find(({ value }) => value === tieBreaking)!.label;

/** Whether everything is as voting.md recommends; then nobody needs to be told. */
export const isAsRecommended = (details: Details): boolean => departures(details).length === 0;

/** In which details a count by Equal Shares departs from what is usual: told before one votes. */
export function departures(details: Details): string[] {
  const { utility, completion, tieBreaking, incrementMinutesPerVoter, isIntegral } = details;
  const of = (choices: { value: string; label: string }[], value: string) =>
    choices.find((choice) => choice.value === value)!.label;
  return [
    utility !== 'cost' && `${m.ballot_details_utility()} ${of(utilityChoices(), utility)}.`,
    completion !== 'add1u' &&
      `${m.ballot_details_completion()} ${of(completionChoices(), completion)}.`,
    incrementMinutesPerVoter !== 1 &&
      m.ballot_details_increment_is({ minutes: incrementMinutesPerVoter }),
    tieBreaking !== 'cost-then-approvals' &&
      `${m.ballot_details_ties()} ${tieBreakingText(tieBreaking)}.`,
    isIntegral && m.ballot_details_integral_is(),
  ].filter((told) => told !== false);
}
