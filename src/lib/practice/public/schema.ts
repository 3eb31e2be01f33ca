import { z } from 'zod';
import { practiceKinds } from '../fields';

/** The collection that everyone reads, page by page, the newest first. */
export const listPublic = z.object({
  kind: z.enum(practiceKinds).nullable().catch(null).default(null),
  /** Older than this one: when it was released, and its id. */
  before: z.object({ at: z.coerce.date(), id: z.uuid() }).nullable().default(null),
});
export type ListPublic = z.output<typeof listPublic>;

export const readPublic = z.object({ practiceId: z.uuid() });
export type ReadPublic = z.output<typeof readPublic>;
