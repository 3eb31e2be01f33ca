import { z } from 'zod';
import { cohortRef, workshopRef } from '../schema';

/** So many days can be offered for one workshop. */
export const MAXIMUM_OPTIONS = 30;
const MAXIMUM_REASON = 200;

export const dateAnswers = ['yes', 'if_need_be', 'no'] as const;

const offer = z
  .object({
    /** The first day: "2026-03-13". */
    date: z.iso.date(),
    /**
     * When it begins and ends, in minutes after midnight; null: as planned. A workshop of several days is
     * offered by its first day alone.
     */
    startMinute: z.int().min(0).max(1_439).nullable().default(null),
    endMinute: z.int().min(1).max(2_880).nullable().default(null),
  })
  .refine(({ startMinute, endMinute }) => (startMinute === null) === (endMinute === null), {
    error: 'invalid',
    path: ['endMinute'],
  })
  .refine(({ startMinute, endMinute }) => (startMinute ?? 0) < (endMinute ?? 1), {
    error: 'end_before_start',
    path: ['endMinute'],
  });
export type Offer = z.infer<typeof offer>;

export const offerDates = workshopRef.extend({
  /** In any order. */
  offers: z.array(offer).min(1).max(MAXIMUM_OPTIONS),
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
