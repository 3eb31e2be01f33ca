import { z } from 'zod';
import { download } from '$lib/cohort/schema';
import { practiceContent } from '../fields';
import { MAXIMUM_IMPORTED } from './format';

/** What leaves: the texts that the cohort reads, or everything that the own team has written. */
const of = z.enum(['shown', 'own']).default('shown');

export const downloadPractices = download.extend({ of });
export type DownloadPractices = z.output<typeof downloadPractices>;

export const exportPractices = download.omit({ format: true }).extend({ of });
export type ExportPractices = z.output<typeof exportPractices>;

export const MAXIMUM_FILE_BYTES = 400_000;

/** A file as it was read or pasted, JSON or a table. */
export const previewFile = z.object({
  cohortId: z.uuid(),
  text: z.string().max(MAXIMUM_FILE_BYTES),
});
export type PreviewFile = z.output<typeof previewFile>;

/** What was looked at and found good; each with an id of the browser's, so that sent twice it is the same. */
export const importPractices = z.object({
  cohortId: z.uuid(),
  practices: z
    .array(z.object({ practiceId: z.uuid(), content: practiceContent }))
    .min(1)
    .max(MAXIMUM_IMPORTED),
});
export type ImportPractices = z.output<typeof importPractices>;
