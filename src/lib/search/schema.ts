import { z } from 'zod';
import { ofCohort } from '$lib/cohort/schema';

export const find = ofCohort.extend({
  /** What was typed; the last word counts as the beginning of a word. */
  q: z.string().max(200).catch(''),
  limit: z.int().min(1).max(50).default(50),
});
export type Find = z.infer<typeof find>;
