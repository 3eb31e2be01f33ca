import { createHash } from 'node:crypto';
import type { Person } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { Services } from '$lib/access/procedure.server';
import { withScope, type PersonScope } from '$lib/access/scope.server';
import { atMost } from '$lib/platform/at-most';
import { AppError } from '$lib/platform/errors';
import { cleanFileName } from '$lib/platform/files/file-name';
import { inspect, type Inspected } from '$lib/platform/files/inspect.server';
import { newKey, readAll } from '$lib/platform/files/store.server';
import { largestUpload, MOST_BYTES_OF_COHORT, MOST_OPEN_UPLOADS } from './limits';
import { mayUpload } from './policy';
import { progress, storedFile, usedBytes } from './queries.server';
import type { Begin, StoredFile, UploadAccept, UploadRef } from './schema';

/** What arrives is written down piece by piece: whatever breaks off, no more than this comes twice. */
const PIECE_BYTES = 2 * 1024 * 1024;

/** Tells what is going to come; all limits are checked before the first byte. */
export async function begin(
  { db, clock, actor }: PersonScope,
  { cohortId, id, name, accept, length }: Begin,
): Promise<{ received: number }> {
  ensure(mayUpload(actor, { cohortId }));
  const own = { cohortId, uploadedById: actor.accountId };
  const known = await db.upload.findFirst({ where: { id, ...own }, select: { received: true } });
  if (known) return known;
  // Sent once more, after the answer that it is there got lost.
  const isThere = await db.storedFile.count({ where: { id, ...own } });
  if (isThere > 0) return { received: length };
  if (length === 0) throw new AppError('file_empty');
  if (length > largestUpload[accept]) throw tooLarge(accept);
  // One after the other: two that begin at once must not both find the last room.
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${cohortId}, 0))`;
  if ((await usedBytes(db, cohortId)) + length > MOST_BYTES_OF_COHORT)
    throw new AppError('file_cohort_full', { gigabytes: MOST_BYTES_OF_COHORT / 1e9 });
  if ((await db.upload.count({ where: own })) >= MOST_OPEN_UPLOADS)
    throw new AppError('file_too_many_uploads', { most: MOST_OPEN_UPLOADS });
  await db.upload.create({
    data: {
      ...own,
      id,
      // The name of what is sealed is sealed as well.
      name: accept === 'sealed' ? '' : cleanFileName(name),
      accept,
      length,
      parts: [],
      createdAt: clock.now(),
    },
    select: { id: true },
  });
  return { received: 0 };
}

const tooLarge = (accept: UploadAccept): AppError =>
  new AppError('file_too_large', { megabytes: largestUpload[accept] / 1e6 });

/** Takes back an upload, or a file that nothing has claimed yet. */
export async function cancel({ db }: PersonScope, { cohortId, id }: UploadRef): Promise<void> {
  await db.upload.deleteMany({ where: { cohortId, id } });
  await db.storedFile.deleteMany({ where: { cohortId, id, isClaimed: false } });
}

/** What works outside a transaction: bytes take their time, and a transaction must not wait for them. */
type House = Pick<Services, 'database' | 'clock' | 'files' | 'scanner'>;

/**
 * Adds what a request brings, from the byte on that it says. What has come stays when the connection breaks.
 *
 * @throws AppError `upload_offset` (with what has been received) where it is not the next byte,
 *   `file_longer_than_told` where more comes than was told beforehand: the upload is over then
 */
export async function append(
  house: House,
  actor: Person,
  ref: UploadRef,
  { offset, bytes }: { offset: number; bytes: AsyncIterable<Buffer> },
): Promise<{ received: number }> {
  const upload = await withScope(house, actor, 'read', (scope) => progress(scope, ref));
  if ('file' in upload) throw new AppError('upload_offset', { received: upload.file.size });
  if (upload.received !== offset)
    throw new AppError('upload_offset', { received: upload.received });
  let { received } = upload;
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  const flush = async () => {
    if (waitingBytes === 0) return;
    await addPiece(house, actor, ref, { at: received, piece: Buffer.concat(waiting) });
    received += waitingBytes;
    waiting = [];
    waitingBytes = 0;
  };
  try {
    for await (const part of bytes) {
      waiting.push(part);
      waitingBytes += part.length;
      if (received + waitingBytes > upload.length) {
        waiting = [];
        waitingBytes = 0;
        await drop(house, actor, ref);
        throw new AppError('file_longer_than_told');
      }
      if (waitingBytes >= PIECE_BYTES) await flush();
    }
  } finally {
    await flush();
  }
  return { received };
}

/** The bytes first, then the row: an object that no row knows is swept away, the opposite were a loss. */
async function addPiece(
  house: House,
  actor: Person,
  { cohortId, id }: UploadRef,
  { at, piece }: { at: number; piece: Buffer },
): Promise<void> {
  const key = newKey();
  await house.files.put(key, piece);
  const changed = await withScope(house, actor, 'write', ({ db }) =>
    db.upload.updateMany({
      where: { cohortId, id, received: at },
      data: { received: at + piece.length, parts: { push: key } },
    }),
  ).catch(() => ({ count: 0 }));
  if (changed.count === 1) return;
  // Another request was faster, or it was taken back.
  await house.files.delete(key);
  throw new AppError('upload_offset', { received: at });
}

/** Ends an upload that came to nothing, its bytes with it. */
async function drop(house: House, actor: Person, { cohortId, id }: UploadRef): Promise<void> {
  const parts = await withScope(house, actor, 'write', async ({ db }) => {
    const upload = await db.upload.findFirst({ where: { cohortId, id }, select: { parts: true } });
    await db.upload.deleteMany({ where: { cohortId, id } });
    return upload?.parts ?? [];
  });
  await discard(house, parts);
}

/** At once; what does not succeed, a job repeats (app.object_discard has kept the names). */
async function discard({ files }: House, keys: string[]): Promise<void> {
  await Promise.allSettled(keys.map((key) => files.delete(key)));
}

/** Files are looked at in memory, as a whole. */
const inTurn = atMost(2);

/**
 * Makes a stored file of an upload that has arrived: recognised, looked through, pictures drawn anew. A file
 * that is refused is gone afterwards. Asked once more, it answers with the file that is there.
 */
export async function finish(house: House, actor: Person, ref: UploadRef): Promise<StoredFile> {
  const { cohortId, id } = ref;
  const upload = await withScope(house, actor, 'read', async ({ db }) =>
    db.upload.findFirst({
      where: { cohortId, id },
      select: { name: true, accept: true, length: true, received: true, parts: true },
    }),
  );
  if (!upload) return withScope(house, actor, 'read', ({ db }) => storedFile(db, ref));
  const { name, accept, length, received, parts } = upload;
  if (received < length) throw new AppError('upload_offset', { received });
  try {
    return await inTurn(async () => {
      const bytes = Buffer.concat(await Promise.all(parts.map((key) => readAll(house.files, key))));
      const file = await keep(house, actor, { cohortId, id, name, accept, bytes });
      await discard(house, parts);
      return file;
    });
  } catch (error) {
    // The same request twice at once: the other one has done it.
    const isThere = await withScope(house, actor, 'read', ({ db }) => storedFile(db, ref)).catch(
      () => null,
    );
    if (isThere) return isThere;
    if (isRefusalOfFile(error)) await drop(house, actor, ref);
    throw error;
  }
}

/** What is wrong with the file itself, and will be wrong the next time. */
const isRefusalOfFile = (error: unknown): boolean =>
  error instanceof AppError && /^file_/.test(error.appCode);

/**
 * Keeps bytes as a file that is still to be claimed: what an upload brought, or what the program itself made.
 *
 * @throws AppError `file_…` for what is wrong with it, `scanner_unreachable`
 */
export async function keep(
  house: House,
  actor: Person,
  {
    cohortId,
    id,
    name,
    accept,
    bytes,
  }: UploadRef & { name: string; accept: UploadAccept; bytes: Buffer },
): Promise<StoredFile> {
  const looked = accept === 'sealed' ? sealed(bytes) : await look(house, { name, accept, bytes });
  const objects = looked.objects.map((object) => ({ ...object, key: newKey() }));
  const largest = objects.at(-1)!;
  const isPicture = looked.kind === 'picture';
  try {
    for (const { key, bytes: content } of objects) await house.files.put(key, content);
    return await withScope(house, actor, 'write', async ({ db, clock }) => {
      await db.storedFile.create({
        data: {
          cohortId,
          id,
          uploadedById: actor.accountId,
          kind: looked.kind,
          mediaType: looked.mediaType,
          size: largest.bytes.length,
          sha256: createHash('sha256').update(largest.bytes).digest(),
          name: looked.name,
          width: isPicture ? largest.width : null,
          height: isPicture ? largest.height : null,
          createdAt: clock.now(),
        },
        select: { id: true },
      });
      await db.storedObject.createMany({
        data: objects.map(({ key, width, mediaType, bytes: content }) => ({
          cohortId,
          fileId: id,
          width,
          key,
          mediaType,
          size: content.length,
        })),
      });
      await db.upload.deleteMany({ where: { cohortId, id } });
      return storedFile(db, { cohortId, id });
    });
  } catch (error) {
    await discard(
      house,
      objects.map(({ key }) => key),
    );
    throw error;
  }
}

async function look(
  { scanner }: House,
  { name, accept, bytes }: { name: string; accept: UploadAccept; bytes: Buffer },
): Promise<Inspected> {
  const answer = await scanner?.scan(bytes).catch(() => 'unreachable' as const);
  if (answer === 'unreachable') throw new AppError('scanner_unreachable');
  if (answer === 'infected') throw new AppError('file_infected');
  const looked = await inspect(bytes, name);
  if (looked.kind === 'picture' && bytes.length > largestUpload.pictures)
    throw tooLarge('pictures');
  if (accept === 'pictures' && looked.kind !== 'picture') throw new AppError('file_no_picture');
  if (accept === 'documents' && looked.kind !== 'document') throw new AppError('file_no_document');
  return looked;
}

/** Nothing to look at: the server cannot read it. */
const sealed = (bytes: Buffer): Omit<Inspected, 'kind'> & { kind: 'sealed' } => ({
  kind: 'sealed',
  mediaType: 'application/octet-stream',
  name: '',
  objects: [{ width: 0, height: 0, mediaType: 'application/octet-stream', bytes }],
});
