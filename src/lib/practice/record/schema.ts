import { z } from 'zod';
import { practiceRef } from '../schema';

/** What the page of a new record offers. */
export const options = z.object({ cohortId: z.uuid() });

const version = z.number().int().min(1);

/** Every version; the newest is shown where none is named. */
export const history = practiceRef.extend({ version: version.nullable().default(null) });
export type HistoryInput = z.output<typeof history>;

/** Back to what a version said, as a new one. */
export const restore = practiceRef.extend({ version });
export type Restore = z.output<typeof restore>;
