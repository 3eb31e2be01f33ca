import type { UploadAccept } from './schema';

const MEGABYTE = 1_000_000;

/** The most bytes of one file that a person chooses, by what a field takes. */
export const largestFile = {
  pictures: 25 * MEGABYTE,
  documents: 50 * MEGABYTE,
  both: 50 * MEGABYTE,
  sealed: 40 * MEGABYTE,
} as const;

/** The most bytes that come. Sealing makes a file an eighth longer at most. */
export const largestUpload = { ...largestFile, sealed: 46 * MEGABYTE } as const;

/** The most bytes of all the files of a cohort. */
export const MOST_BYTES_OF_COHORT = 10_000 * MEGABYTE;

/** How many of a person's uploads can be under way at once. */
export const MOST_OPEN_UPLOADS = 20;

/** The endings that a browser offers; what comes is recognised by its content. */
const PICTURES = ['.jpg', '.jpeg', '.png', '.webp', '.avif'];
const DOCUMENTS = ['.pdf', '.docx', '.xlsx', '.pptx', '.odt', '.ods', '.odp', '.txt', '.csv'];
export const offeredEndings: Record<UploadAccept, readonly string[]> = {
  pictures: PICTURES,
  documents: DOCUMENTS,
  both: [...PICTURES, ...DOCUMENTS],
  // What is sealed in the browser can be anything.
  sealed: [],
};
