import { z } from 'zod';
import { MAXIMUM_BUDGET_MINUTES, MAXIMUM_OPTIONS, METHODS } from './limits';

export const method = z.enum(METHODS);

const MAXIMUM_POINTS = 1_000;

/** How many options are taken from the top of the order, or how many minutes there are to fill. */
const limits = {
  /** number of options to choose; null where the minutes alone limit */
  places: z.int().min(1).max(MAXIMUM_OPTIONS).nullable(),
  /** minutes to fill; null where the places alone limit */
  budgetMinutes: z.int().min(1).max(MAXIMUM_BUDGET_MINUTES).nullable(),
};

const dotsSettings = z.strictObject({
  method: z.literal('dots'),
  points: z.int().min(1).max(MAXIMUM_POINTS),
  /** most points on one option; equal to `points` where a voter may put all on one */
  pointsPerOption: z.int().min(1).max(MAXIMUM_POINTS),
  ...limits,
});

const equalSharesSettings = z.strictObject({
  method: z.literal('equal-shares'),
  budgetMinutes: z.int().min(1).max(MAXIMUM_BUDGET_MINUTES),
  /** What an approved topic is worth to its supporter; `points` means that voters give points. */
  utility: z.enum(['cost', 'count', 'points']),
  /** points of each voter, and most points on one option; only with utility `points` */
  points: z.int().min(1).max(MAXIMUM_POINTS).nullable(),
  pointsPerOption: z.int().min(1).max(MAXIMUM_POINTS).nullable(),
  completion: z.enum(['add1u', 'add1', 'utilitarian', 'none']),
  incrementMinutesPerVoter: z.int().min(1).max(MAXIMUM_BUDGET_MINUTES),
  /** Starts at the whole minutes that each voter gets, rounded down. */
  isIntegral: z.boolean(),
  tieBreaking: z.enum(['cost-then-approvals', 'approvals-then-cost']),
});

/** What a method needs to know, stored with the ballot. */
export const methodSettings = z
  .discriminatedUnion('method', [
    z.strictObject({ method: z.literal('approval'), ...limits }),
    dotsSettings,
    z.strictObject({ method: z.literal('score'), ...limits }),
    z.strictObject({ method: z.literal('ranked'), ...limits }),
    z.strictObject({
      method: z.literal('resistance'),
      /** Systemic consensing always offers "all stays as it is". */
      statusQuoOptionId: z.uuid(),
      ...limits,
    }),
    equalSharesSettings,
  ])
  .refine(
    ({ budgetMinutes, ...rest }) =>
      budgetMinutes !== null || ('places' in rest && rest.places !== null),
    {
      error: 'places_or_minutes_needed',
      path: ['places'],
    },
  )
  .refine(hasPointsAsUtilityAsks, { error: 'points_needed', path: ['points'] })
  .refine(pointsFitTogether, { error: 'points_per_option_too_high', path: ['pointsPerOption'] });
export type MethodSettings = z.infer<typeof methodSettings>;

type AnySettings =
  | z.infer<typeof dotsSettings | typeof equalSharesSettings>
  | { method: 'approval' | 'score' | 'ranked' | 'resistance' };

function hasPointsAsUtilityAsks(settings: AnySettings): boolean {
  if (settings.method !== 'equal-shares') return true;
  const hasPoints = settings.points !== null && settings.pointsPerOption !== null;
  const hasNoPoints = settings.points === null && settings.pointsPerOption === null;
  return settings.utility === 'points' ? hasPoints : hasNoPoints;
}

function pointsFitTogether(settings: AnySettings): boolean {
  if (!('points' in settings) || settings.points === null) return true;
  return (settings.pointsPerOption ?? 0) <= settings.points;
}
