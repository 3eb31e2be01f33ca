import { z } from 'zod';
import { ofCohort } from '$lib/cohort/schema';

/** What a field takes; `sealed` is what only browsers can read. */
export const uploadAccepts = ['pictures', 'documents', 'both', 'sealed'] as const;
export type UploadAccept = (typeof uploadAccepts)[number];

/** A file that is there. */
export interface StoredFile {
  id: string;
  kind: 'picture' | 'document' | 'sealed';
  name: string;
  mediaType: string;
  /** Bytes; of a picture, of its largest size. */
  size: number;
  width: number | null;
  height: number | null;
}

export const uploadRef = ofCohort.extend({ id: z.uuid() });
export type UploadRef = z.infer<typeof uploadRef>;

export const begin = uploadRef.extend({
  name: z.string().max(1_000),
  accept: z.enum(uploadAccepts),
  /** Bytes that will come. How many may, the command says with the limit. */
  length: z.int().min(0),
});
export type Begin = z.infer<typeof begin>;

/** What a concept wants to name. */
export interface TakeFile {
  cohortId: string;
  fileId: string;
  accept: UploadAccept;
}
