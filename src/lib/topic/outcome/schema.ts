import { z } from 'zod';
import { hasWords } from '$lib/platform/plain-text';
import { richText, topicRef } from '../schema';
import { outcomeAnswers } from './answer';

const id = z.uuid();

export const workshopRef = z.object({ cohortId: id, workshopId: id });
export type WorkshopRef = z.infer<typeof workshopRef>;

/** One topic at one workshop. */
export const outcomeRef = topicRef.extend({ workshopId: id });
export type OutcomeRef = z.infer<typeof outcomeRef>;

/** What the writer started from: the version told last and that of the draft; 0 where there was none. */
const basis = { told: z.int().min(0), version: z.int().min(0) };

export const saveOutcome = outcomeRef.extend({
  ...basis,
  answer: z.enum(outcomeAnswers).nullable(),
  body: richText,
});
export type SaveOutcome = z.output<typeof saveOutcome>;

/** What a form of an outcome has to say before it can be told. */
export const outcomeText = z.object({
  answer: z.enum(outcomeAnswers),
  body: richText.refine(hasWords, 'required'),
});

export const tellOutcome = outcomeRef.extend({ ...basis, ...outcomeText.shape });
export type TellOutcome = z.output<typeof tellOutcome>;
