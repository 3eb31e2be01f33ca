import { z } from 'zod';
import { textLicences } from '../fields';
import { practiceRef, releasedRungs, save } from '../schema';

const id = z.uuid();

/** What is asked before others read a text; each point is looked at. */
export const checkPoints = ['place', 'person', 'date', 'sum', 'press', 'pictures'] as const;
export type CheckPoint = (typeof checkPoints)[number];

/** Begins a step up: with the text that would be shown, to be looked at and edited. */
export const prepareStep = practiceRef.extend({ stepId: id, rung: z.enum(releasedRungs) });
export type PrepareStep = z.output<typeof prepareStep>;

export const stepRef = practiceRef.extend({ stepId: id });
export type StepRef = z.output<typeof stepRef>;

/** Changes the text that is to be shown; the team's own stays as it is. */
export const editStep = save.extend({ stepId: id });
export type EditStep = z.output<typeof editStep>;

export const proposeStep = stepRef.extend({
  checks: z
    .array(z.enum(checkPoints))
    .refine((checks) => checkPoints.every((point) => checks.includes(point)), {
      error: 'practice_check_missing',
    }),
  /** For the public: whether it is told which town it is. */
  namesSite: z.boolean().default(false),
  /** For the public: the terms of the text; null where it says them already. */
  textLicence: z.enum(textLicences).nullable().default(null),
});
export type ProposeStep = z.output<typeof proposeStep>;

export const objectToStep = stepRef.extend({ reason: z.string().trim().min(1).max(1_000) });
export type ObjectToStep = z.output<typeof objectToStep>;

/** Back to the rung that stays; the id is that of the entry in the ladder's log. */
export const stepDown = practiceRef.extend({ stepId: id, stays: z.enum(['team', 'cohort']) });
export type StepDown = z.output<typeof stepDown>;
