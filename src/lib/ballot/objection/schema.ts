import { z } from 'zod';
import { decisionItems } from '../decision/schema';
import { ballotRef } from '../schema';

const MAXIMUM_TEXT = 4_000;
const text = z.string().trim().min(1).max(MAXIMUM_TEXT);

export const objectionRef = ballotRef.extend({ objectionId: z.uuid() });
export type ObjectionRef = z.infer<typeof objectionRef>;

export const raiseObjection = objectionRef.extend({ reason: text });
export type RaiseObjection = z.infer<typeof raiseObjection>;

export const answerObjection = objectionRef.extend({
  answer: text,
  /** The decision as it is from now on; null where it stays as it is. */
  change: z
    .object({
      /** The version of the ballot that the moderator saw. */
      version: z.int().min(0),
      items: decisionItems,
    })
    .nullable(),
});
export type AnswerObjection = z.infer<typeof answerObjection>;
