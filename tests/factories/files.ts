import { randomBytes } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';
import { globSync } from 'node:fs';
import sharp from 'sharp';
import { newId, randomId } from '$lib/platform/id';
import { append } from '$lib/upload/commands.server';
import type { StoredFile, UploadAccept } from '$lib/upload/schema';
import { openContext } from '../../src/server/services';
import type { Person } from '$lib/access/actor';
import type { ActorKind, World } from './world';

/** A small picture of one colour. */
export const aPicture = (
  format: 'jpeg' | 'png' | 'webp' | 'avif' = 'png',
  { width = 40, height = 30 } = {},
): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#246' } })
    .toFormat(format)
    .toBuffer();

/** The least that PDF readers take for a document. */
export const aPdf = (text = 'Bericht'): Buffer =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n` +
      `% ${text}\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n`,
  );

export interface ZipEntry {
  name: string;
  content: Buffer | string;
  /** What the archive claims instead of the true size. */
  claimedSize?: number;
  isEncrypted?: boolean;
}

/** An archive with these entries (APPNOTE.TXT, 4.3), also with untrue ones. */
export function aZip(entries: ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claimedSize, isEncrypted = false } of entries) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const path = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE((isEncrypted ? 1 : 0) | 0x800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claimedSize ?? bytes.length, 18);
    common.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, path, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, tail, path]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

const OOXML = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** The parts of a Word document, and what else shall be in it. */
export const aDocx = (more: ZipEntry[] = [], mainType = OOXML): Buffer =>
  aZip([
    {
      name: '[Content_Types].xml',
      content: `<Types><Override PartName="/word/document.xml" ContentType="${mainType}"/></Types>`,
    },
    { name: 'word/document.xml', content: '<w:document/>' },
    ...more,
  ]);

/** The parts of a LibreOffice text. */
export const anOdt = (more: ZipEntry[] = [], mediaType = 'text'): Buffer =>
  aZip([
    { name: 'mimetype', content: `application/vnd.oasis.opendocument.${mediaType}` },
    { name: 'content.xml', content: '<office:document-content/>' },
    { name: 'META-INF/manifest.xml', content: '<manifest:manifest/>' },
    ...more,
  ]);

/** Every file of the store, by its name. */
export const objectsOf = ({ filesDir }: World): string[] =>
  globSync('**/*', { cwd: filesDir, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();

export async function personOf(world: World, who: ActorKind): Promise<Person> {
  const { actor } = await openContext(world.services, {
    sessionId: who === 'anonymous' ? null : world.people[who].sessionId,
    locale: 'de',
    address: '127.0.0.1',
    device: 'Test',
    cookies: { setSession() {}, clearSession() {} },
  });
  return actor as Person;
}

interface Given {
  bytes: Buffer;
  name?: string;
  accept?: UploadAccept;
  cohortId?: string;
}

/** An upload whose bytes have all arrived. */
export async function anArrivedUpload(
  world: World,
  who: Exclude<ActorKind, 'anonymous'>,
  { bytes, name = 'datei', accept = 'both', cohortId = world.cohortA }: Given,
): Promise<{ cohortId: string; id: string }> {
  const api = await world.as(who);
  const ref = { cohortId, id: newId() };
  await api.upload.begin({ ...ref, name, accept, length: bytes.length });
  const person = await personOf(world, who);
  await append(world.services, person, ref, {
    offset: 0,
    bytes: (async function* () {
      yield bytes;
    })(),
  });
  return ref;
}

/** A file that is there, and that nothing has claimed yet. */
export async function aStoredFile(
  world: World,
  who: Exclude<ActorKind, 'anonymous'>,
  given: Partial<Given> = {},
): Promise<StoredFile> {
  const ref = await anArrivedUpload(world, who, { bytes: aPdf(), name: 'bericht.pdf', ...given });
  return (await world.as(who)).upload.finish(ref);
}

/** A document that the owner of the tables puts there, without bytes. */
export const fileRow = (
  { clock }: World,
  { cohortId, accountId }: { cohortId: string; accountId: string },
) => ({
  cohortId,
  uploadedById: accountId,
  createdAt: clock.now(),
  id: newId(),
  name: '-',
  kind: 'document' as const,
  mediaType: 'text/plain',
  size: 10,
  sha256: randomBytes(32),
});

/** One on its way, and one that has arrived. */
export async function fillFiles(
  world: World,
  place: { cohortId: string; accountId: string },
): Promise<void> {
  const { owner } = world;
  const { id, cohortId, uploadedById, name, createdAt } = fileRow(world, place);
  await owner.upload.create({
    data: {
      id,
      cohortId,
      uploadedById,
      name,
      createdAt,
      accept: 'both',
      length: 10,
      parts: [randomId()],
    },
  });
  const file = await owner.storedFile.create({ data: fileRow(world, place) });
  await owner.storedObject.create({
    data: {
      cohortId,
      fileId: file.id,
      width: 0,
      key: randomId(),
      mediaType: 'text/plain',
      size: 10,
    },
  });
}

/** A picture that something is going to name; without bytes. */
export async function aPhotoRow(
  world: World,
  place: { cohortId: string; accountId: string },
): Promise<string> {
  const data = { ...fileRow(world, place), kind: 'picture' as const, mediaType: 'image/webp' };
  const { id } = await world.owner.storedFile.create({ data });
  return id;
}

/** A sealed file beside a contribution. */
export async function fillAttachment(
  world: World,
  {
    accountId,
    ...on
  }: { cohortId: string; consultationId: string; contributionId: string; accountId: string },
): Promise<void> {
  const data = { ...fileRow(world, { cohortId: on.cohortId, accountId }), kind: 'sealed' as const };
  const { id: fileId } = await world.owner.storedFile.create({ data });
  await world.owner.contributionAttachment.create({ data: { ...on, fileId } });
}
