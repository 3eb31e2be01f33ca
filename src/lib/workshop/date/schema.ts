import { z } from 'zod';
import { cohortRef, workshopRef } from '../schema';

/** So many days can be offered for one workshop. */
export const MAXIMUM_OPTIONS = 30;
const MAXIMUM_REASON = 200;

export const dateAnswers = ['yes', 'if_need_be', 'no'] as const;

const uniqueDates = z
  .array(z.iso.date())
  .min(1)
  .max(MAXIMUM_OPTIONS)
  .transform((dates) => [...new Set(dates)].sort());

export const offerDates = workshopRef.extend({
  /** First days, in any order. */
  dates: uniqueDates,
  /** The last day on which answers are expected. */
  answerUntil: z.iso.date(),
});
export type OfferDates = z.infer<typeof offerDates>;

export const optionRef = workshopRef.extend({ optionId: z.uuid() });
export type OptionRef = z.infer<typeof optionRef>;

export const answerDates = workshopRef.extend({
  answers: z
    .array(z.object({ optionId: z.uuid(), answer: z.enum(dateAnswers) }))
    .max(MAXIMUM_OPTIONS),
});
export type AnswerDates = z.infer<typeof answerDates>;

export const blockDays = cohortRef
  .extend({
    id: z.uuid(),
    from: z.iso.date(),
    until: z.iso.date(),
    reason: z.string().trim().max(MAXIMUM_REASON).default(''),
  })
  .refine(({ from, until }) => from <= until, { error: 'end_before_start', path: ['until'] });
export type BlockDays = z.infer<typeof blockDays>;

export const blockRef = cohortRef.extend({ id: z.uuid() });
export type BlockRef = z.infer<typeof blockRef>;
