import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { extract, pack, type Header, type Pack } from 'tar-stream';
import { z } from 'zod';

/** What a backup begins with. */
export const manifestSchema = z.object({
  format: z.literal(1),
  createdAt: z.iso.datetime(),
  /** The migrations that the database had, in their order. */
  migrations: z.array(z.string()),
  tables: z.array(
    z.object({
      /** Quoted, with its schema: "public"."topic" */
      name: z.string(),
      columns: z.array(z.string()),
    }),
  ),
  sequences: z.array(z.object({ name: z.string(), value: z.string() })),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** What a backup ends with: an archive without it was cut off. */
export const summarySchema = z.object({
  rows: z.record(z.string(), z.number().int()),
  files: z.number().int(),
});
export type Summary = z.infer<typeof summarySchema>;

/** One named piece of an archive. */
export type Entry = AsyncIterable<Buffer> & { header: Header; resume(): void };

const CHUNK_BYTES = 4 * 1024 * 1024;

/** Adds entries to an archive that is being written. */
export interface ArchiveWriter {
  add(name: string, content: Buffer): Promise<void>;
  /** Splits a stream whose length nobody knows beforehand into entries name/000000, name/000001 … */
  addStream(name: string, content: AsyncIterable<Buffer>): Promise<void>;
}

/**
 * Writes a compressed tar file (readable with `tar -xzf`), which only its owner can read. It gets its
 * name when it is complete and on disk.
 */
export async function writeArchive(
  file: string,
  fill: (archive: ArchiveWriter) => Promise<void>,
): Promise<void> {
  const unfinished = `${file}.part`;
  const tar = pack();
  const output = createWriteStream(unfinished, { mode: 0o600, flush: true });
  const written = pipeline(tar, createGzip(), output);
  // Reported below, together with what went wrong while it was filled.
  written.catch(() => {});
  try {
    await fill(archiveWriter(tar));
    tar.finalize();
    await written;
    await rename(unfinished, file);
  } catch (error) {
    tar.destroy();
    await rm(unfinished, { force: true });
    throw error;
  }
}

function archiveWriter(tar: Pack): ArchiveWriter {
  const add = (name: string, content: Buffer) =>
    new Promise<void>((resolve, reject) => {
      tar.entry({ name, size: content.length, mode: 0o600 }, content, (error) =>
        error ? reject(error) : resolve(),
      );
    });
  return {
    add,
    async addStream(name, content) {
      let number = 0;
      let parts: Buffer[] = [];
      let bytes = 0;
      const flush = async () => {
        await add(`${name}/${String(number).padStart(6, '0')}`, Buffer.concat(parts));
        number += 1;
        parts = [];
        bytes = 0;
      };
      for await (const part of content) {
        parts.push(part);
        bytes += part.length;
        if (bytes >= CHUNK_BYTES) await flush();
      }
      await flush();
    },
  };
}

/** Hands over the entries of an archive in their order; each must be read before the next one comes. */
export async function* readArchive(file: string): AsyncGenerator<Entry> {
  const entries = extract();
  const read = pipeline(createReadStream(file), createGunzip(), entries);
  read.catch(() => {});
  for await (const entry of entries) yield entry as unknown as Entry;
  await read;
}

/** The whole content of a small entry. */
export async function contentOf(entry: Entry): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of entry) parts.push(part);
  return Buffer.concat(parts);
}
