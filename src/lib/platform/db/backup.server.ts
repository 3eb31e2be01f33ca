import { once } from 'node:events';
import { createReadStream, existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { FileStore } from '../files/store.server';
import { StartupError } from '../startup-error';
import {
  writeArchive,
  type ArchiveWriter,
  type Manifest,
  type Summary,
} from './backup-archive.server';
import { listSequences, listTables, requireFullSight } from './backup-catalog.server';
import { withClient } from './connect.server';

/** Where a backup comes from, or where it goes back to. */
export interface Installation {
  ownerUrl: string;
  /** The directory with the uploaded files; it need not exist. */
  filesDir: string;
  /** Where they lie instead, if they lie in no directory. */
  bucket: FileStore | null;
}

/**
 * Writes all rows of one moment and all files into one archive, while the program goes on working.
 * Files never change once they are stored, so those that the rows name are all there, but for those that
 * are deleted while it works.
 *
 * @throws StartupError `backup_exists`, `backup_incomplete`, `database_unreachable`
 */
export async function backup(
  { ownerUrl, filesDir, bucket }: Installation,
  file: string,
  options: { now: Date; onProgress?: (done: number, all: number) => void },
): Promise<Summary> {
  if (existsSync(file)) {
    throw new StartupError('backup_exists', `${file} exists already; choose another name.`);
  }
  return withClient(ownerUrl, async (client) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    await requireFullSight(client);
    const manifest = await describe(client, options.now);
    const summary: Summary = { rows: {}, files: 0 };
    await writeArchive(file, async (archive) => {
      await archive.add('manifest.json', Buffer.from(JSON.stringify(manifest, null, 2)));
      for (const [number, table] of manifest.tables.entries()) {
        options.onProgress?.(number, manifest.tables.length);
        summary.rows[table.name] = await addTable(client, archive, table);
      }
      options.onProgress?.(manifest.tables.length, manifest.tables.length);
      summary.files = bucket
        ? await addObjects(archive, bucket)
        : await addFiles(archive, filesDir);
      await archive.add('summary.json', Buffer.from(JSON.stringify(summary, null, 2)));
    });
    return summary;
  });
}

async function describe(client: pg.Client, now: Date): Promise<Manifest> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT migration_name AS name FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return {
    format: 1,
    createdAt: now.toISOString(),
    migrations: rows.map(({ name }) => name),
    tables: await listTables(client),
    sequences: await listSequences(client),
  };
}

async function addTable(
  client: pg.Client,
  archive: ArchiveWriter,
  { name, columns }: Manifest['tables'][number],
): Promise<number> {
  const rows = client.query(copyTo(`COPY ${name} (${columns.join(', ')}) TO STDOUT`));
  await archive.addStream(`tables/${name}`, rows);
  return rows.rowCount ?? 0;
}

async function addFiles(archive: ArchiveWriter, filesDir: string): Promise<number> {
  if (!existsSync(filesDir)) return 0;
  const entries = await readdir(filesDir, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.part'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  let count = 0;
  for (const path of paths) {
    const content = createReadStream(path);
    const isThere = await once(content, 'open').then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
        return false;
      },
    );
    if (!isThere) continue;
    await archive.addStream(`files/${relative(filesDir, path)}`, content);
    count += 1;
  }
  return count;
}

/** As they would lie in the directory: a backup goes back into either. */
async function addObjects(archive: ArchiveWriter, bucket: FileStore): Promise<number> {
  let count = 0;
  for await (const { key } of bucket.list()) {
    const content = await bucket.read(key).catch((error: Error) => {
      if (error.name !== 'FileMissing') throw error;
      return null;
    });
    if (!content) continue;
    await archive.addStream(`files/${key.slice(0, 2)}/${key}`, content);
    count += 1;
  }
  return count;
}
