import { z } from 'zod';

export const startPage = z.object({
  cohortId: z.uuid(),
  /** What happened before this one. */
  before: z.uuid().nullable().default(null),
});
export type StartPage = z.output<typeof startPage>;
