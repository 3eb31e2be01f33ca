import { z } from 'zod';
import { ballotRef } from '../schema';

/** Every option of the ballot once. Where it departs from the result, the reason is needed. */
export const decisionItems = z.array(
  z.object({
    optionId: z.uuid(),
    isChosen: z.boolean(),
    reason: z.string().trim().max(2_000),
  }),
);

export const decide = ballotRef.extend({
  /** Rich text. */
  statement: z.string().max(20_000),
  items: decisionItems,
});
export type Decide = z.infer<typeof decide>;
