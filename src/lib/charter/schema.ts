import { z } from 'zod';
import { ofCohort } from '$lib/cohort/schema';
import { hasWords } from '$lib/platform/plain-text';

const body = z.string().trim().max(100_000).refine(hasWords, 'required');

/** What changes for people, in plain words; asked for from the second version on. */
const changes = z.string().trim().max(1_000).default('');

export const acceptCharter = ofCohort.extend({ charterId: z.uuid() });
export type AcceptCharter = z.infer<typeof acceptCharter>;

export const publishCharter = ofCohort.extend({
  id: z.uuid(),
  bodyDe: body,
  bodyEn: body,
  changesDe: changes,
  changesEn: changes,
  /** The version that the text started from; 0 where none was published. */
  baseVersion: z.coerce.number().int().min(0),
});
export type PublishCharter = z.infer<typeof publishCharter>;
