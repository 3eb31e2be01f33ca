import { z } from 'zod';

/** What the secret address of a calendar carries. */
export const readFeed = z.object({ token: z.string().min(1).max(100) });
export type ReadFeed = z.infer<typeof readFeed>;
