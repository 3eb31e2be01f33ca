import { ensure } from '$lib/access/decision';
import type { PersonScope, Scope } from '$lib/access/scope.server';
import { AppError, notFound } from '$lib/platform/errors';
import type { Database } from '$lib/platform/db/client.server';
import { FileMissing, readAll, type FileStore } from '$lib/platform/files/store.server';
import { MOST_BYTES_OF_COHORT } from './limits';
import { mayUpload } from './policy';
import type { StoredFile, TakeFile, UploadAccept, UploadRef } from './schema';

export const storedFileFields = {
  id: true,
  kind: true,
  name: true,
  mediaType: true,
  size: true,
  width: true,
  height: true,
} as const;

/** How much room the cohort's files have left. */
export async function room(
  { db, actor }: PersonScope,
  { cohortId }: { cohortId: string },
): Promise<{ usedBytes: number; mostBytes: number }> {
  ensure(mayUpload(actor, { cohortId }));
  return { usedBytes: await usedBytes(db, cohortId), mostBytes: MOST_BYTES_OF_COHORT };
}

export async function usedBytes(db: Scope['db'], cohortId: string): Promise<number> {
  const [answer] = await db.$queryRaw<{ bytes: bigint | null }[]>`
    SELECT app.cohort_file_bytes(${cohortId}::uuid) AS bytes`;
  return Number(answer?.bytes ?? 0);
}

/** How far an upload has come; where it is done, the file that it became. */
export async function progress(
  { db }: PersonScope,
  { cohortId, id }: UploadRef,
): Promise<{ received: number; length: number } | { file: StoredFile }> {
  const upload = await db.upload.findFirst({
    where: { cohortId, id },
    select: { received: true, length: true },
  });
  if (upload) return upload;
  return { file: await storedFile(db, { cohortId, id }) };
}

export async function storedFile(
  db: Scope['db'],
  { cohortId, id }: UploadRef,
): Promise<StoredFile> {
  const file = await db.storedFile.findFirst({ where: { cohortId, id }, select: storedFileFields });
  if (!file) throw notFound();
  return file;
}

/** The files with these ids that the actor may read, in no order. */
export const storedFiles = (
  { db }: Scope,
  { cohortId, fileIds }: { cohortId: string; fileIds: string[] },
): Promise<StoredFile[]> =>
  db.storedFile.findMany({
    where: { cohortId, id: { in: fileIds } },
    select: storedFileFields,
  });

const KINDS: Record<UploadAccept, readonly StoredFile['kind'][]> = {
  pictures: ['picture'],
  documents: ['document'],
  both: ['picture', 'document'],
  sealed: ['sealed'],
};

/**
 * The file that a concept is about to name in a row of its own: an own upload, or one that the actor reads
 * already. The row itself is the claim (app.hold_files).
 */
export async function takeFile(
  { db }: Scope,
  { cohortId, fileId, accept }: TakeFile,
): Promise<StoredFile> {
  const file = await storedFile(db, { cohortId, id: fileId });
  if (!KINDS[accept].includes(file.kind)) throw new AppError('file_kind_wrong');
  return file;
}

/** What a download needs to know. */
export interface ReadableObject {
  kind: StoredFile['kind'];
  name: string;
  key: string;
  mediaType: string;
  size: number;
}

export interface Wanted {
  fileId: string;
  /** Of a picture; null for its largest size. */
  width: number | null;
}

export async function objectToRead(
  { db }: Scope,
  { cohortId, fileId, width }: Wanted & { cohortId: string },
): Promise<ReadableObject> {
  const file = await db.storedFile.findFirst({
    where: { cohortId, id: fileId },
    select: {
      kind: true,
      name: true,
      objects: { select: { width: true, key: true, mediaType: true, size: true } },
    },
  });
  if (!file) throw notFound();
  return { kind: file.kind, name: file.name, ...inWidth(file.objects, width) };
}

/** Of what is published, for everybody. */
export async function publicObject(
  { pool }: Database,
  { fileId, width }: Wanted,
): Promise<ReadableObject> {
  const { rows } = await pool.query<ReadableObject & { width: number }>(
    'SELECT kind::text, name, width, key, "mediaType", size FROM app.public_objects($1)',
    [fileId],
  );
  return inWidth(rows, width);
}

/** The smallest that is wide enough, else the largest. */
function inWidth<T extends { width: number }>(objects: T[], width: number | null): T {
  const byWidth = objects.toSorted((one, other) => one.width - other.width);
  const found = byWidth.find((one) => width !== null && one.width >= width) ?? byWidth.at(-1);
  if (!found) throw notFound();
  return found;
}

export interface StoredPicture {
  fileId: string;
  key: string;
}

/** Pixels: sharp at the width that a picture has on a sheet. */
const PRINTED_WIDTH = 960;

/** Of the sizes that there are the one to print. */
export const toPrint = <Size extends { width: number }>(sizes: Size[]): Size | undefined => {
  const byWidth = sizes.toSorted((one, other) => one.width - other.width);
  return byWidth.find(({ width }) => width >= PRINTED_WIDTH) ?? byWidth.at(-1);
};

/** Those of these pictures that the actor may see, with the keys of the bytes to print. */
export async function picturesToPrint(
  { db }: Scope,
  { cohortId, fileIds }: { cohortId: string; fileIds: string[] },
): Promise<StoredPicture[]> {
  if (fileIds.length === 0) return [];
  const files = await db.storedFile.findMany({
    where: { cohortId, id: { in: fileIds }, kind: 'picture' },
    select: { id: true, objects: { select: { width: true, key: true } } },
  });
  return files.flatMap(({ id: fileId, objects }) => {
    const found = toPrint(objects);
    return found ? [{ fileId, key: found.key }] : [];
  });
}

/** The bytes of pictures, by their files; one that is gone is left out. */
export async function bytesOf(
  files: FileStore,
  stored: StoredPicture[],
): Promise<Map<string, Buffer>> {
  const pictures = new Map<string, Buffer>();
  for (const { fileId, key } of stored)
    try {
      pictures.set(fileId, await readAll(files, key));
    } catch (cause) {
      if ((cause as Error).name !== FileMissing.name) throw cause;
    }
  return pictures;
}
