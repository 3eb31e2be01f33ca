import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { finished, pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams';
import type { FileStore } from '../files/store.server';
import { StartupError } from '../startup-error';
import type { Installation } from './backup.server';
import {
  contentOf,
  type Entry,
  manifestSchema,
  readArchive,
  summarySchema,
  type Manifest,
  type Summary,
} from './backup-archive.server';
import { loosen } from './backup-catalog.server';
import { withClient } from './connect.server';
import { listMigrations, migrate } from './migrate.server';

export interface RestoreOptions {
  migrationsDir: string;
  /** SQL that gives true where nobody has used the database yet. */
  isUnusedSql: string;
  onProgress?: (done: number, all: number) => void;
}

/**
 * Puts a backup into an installation that nobody has used yet, and brings it up to the program's
 * version. All rows come in one transaction: a restore that fails can be repeated.
 *
 * @throws StartupError `backup_unreadable`, `backup_is_newer`, `restore_not_empty`, `database_is_newer`
 */
export async function restore(
  installation: Installation,
  file: string,
  options: RestoreOptions,
): Promise<Summary> {
  const { ownerUrl, filesDir, bucket } = installation;
  const { migrationsDir } = options;
  const manifest = await readManifest(file);
  const known = await listMigrations(migrationsDir);
  const unknown = manifest.migrations.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new StartupError(
      'backup_is_newer',
      `The backup was made by a newer version of this program (it knows ${unknown.at(-1)}).`,
    );
  }
  await (bucket ? requireEmpty(bucket) : requireNoFiles(filesDir));
  await migrate({ ownerUrl, migrationsDir, only: manifest.migrations });
  const summary = await load(installation, file, manifest, options);
  await migrate({ ownerUrl, migrationsDir });
  return summary;
}

async function load(
  { ownerUrl, filesDir, bucket }: Installation,
  file: string,
  manifest: Manifest,
  options: RestoreOptions,
): Promise<Summary> {
  const incomingDir = `${filesDir}.restoring`;
  return withClient(ownerUrl, async (client) => {
    try {
      await client.query('BEGIN');
      await requireUnused(client, options.isUnusedSql);
      const tighten = await loosen(client);
      const summary = await loadEntries(client, file, manifest, incomingDir, options.onProgress);
      for (const { name, value } of manifest.sequences) {
        await client.query('SELECT setval($1::regclass, $2::bigint)', [name, value]);
      }
      for (const statement of tighten) await client.query(statement);
      if (bucket) await fillBucket(bucket, incomingDir);
      else if (existsSync(incomingDir)) {
        await rm(filesDir, { recursive: true, force: true });
        await rename(incomingDir, filesDir);
      }
      await client.query('COMMIT');
      return summary;
    } catch (error) {
      throw error instanceof StartupError ? error : unreadable(file, error);
    } finally {
      await rm(incomingDir, { recursive: true, force: true });
    }
  });
}

async function loadEntries(
  client: pg.Client,
  file: string,
  manifest: Manifest,
  incomingDir: string,
  onProgress: RestoreOptions['onProgress'],
): Promise<Summary> {
  const names = manifest.tables.map(({ name }) => name);
  if (names.length > 0) await client.query(`TRUNCATE ${names.join(', ')}`);
  const loaded: Summary = { rows: {}, files: 0 };
  let expected: Summary | undefined;
  let open: { name: string; copy: CopyStreamQuery } | undefined;
  const close = async () => {
    if (!open) return;
    const { name, copy } = open;
    open = undefined;
    loaded.rows[name] = await finish(copy);
    onProgress?.(Object.keys(loaded.rows).length, names.length);
  };
  for await (const entry of readArchive(file)) {
    const [kind, name] = splitName(entry);
    if (kind !== 'tables' || name !== open?.name) await close();
    if (kind === 'tables') {
      open ??= { name, copy: openCopy(client, manifest, name) };
      await pipeline(entry, open.copy, { end: false });
    } else if (kind === 'files') {
      loaded.files += await storeFile(entry, incomingDir);
    } else if (kind === 'summary.json') {
      expected = summarySchema.parse(JSON.parse((await contentOf(entry)).toString()));
    } else {
      entry.resume();
    }
  }
  if (!isSame(expected, loaded)) throw new Error('it is not complete');
  return loaded;
}

// tables/"public"."topic"/000000 → tables, "public"."topic"
function splitName({ header }: Entry): [string, string] {
  const [kind, ...rest] = header.name.split('/');
  return [kind ?? '', rest.slice(0, -1).join('/')];
}

function openCopy(client: pg.Client, { tables }: Manifest, name: string): CopyStreamQuery {
  const table = tables.find((candidate) => candidate.name === name);
  if (!table) throw new Error(`the table ${name} is not in its manifest`);
  return client.query(copyFrom(`COPY ${name} (${table.columns.join(', ')}) FROM STDIN`));
}

async function finish(copy: CopyStreamQuery): Promise<number> {
  copy.end();
  await finished(copy);
  return copy.rowCount ?? 0;
}

// files/ab/cd.pdf/000000 → <incoming>/ab/cd.pdf, where a later part is added to the file.
async function storeFile(entry: Entry, incomingDir: string): Promise<number> {
  const [, name] = splitName(entry);
  const isInside = normalize(name) === name && !name.startsWith('..') && !name.startsWith('/');
  if (!isInside) throw new Error(`the file name ${name} leads elsewhere`);
  const path = join(incomingDir, name);
  const isFirstPart = entry.header.name.endsWith('/000000');
  await mkdir(dirname(path), { recursive: true });
  await pipeline(entry, createWriteStream(path, { flags: isFirstPart ? 'w' : 'a', flush: true }));
  return isFirstPart ? 1 : 0;
}

/** What was unpacked goes on into the bucket; a failure takes all of it back, so that it can be repeated. */
async function fillBucket(bucket: FileStore, incomingDir: string): Promise<void> {
  const entries = existsSync(incomingDir)
    ? await readdir(incomingDir, { recursive: true, withFileTypes: true })
    : [];
  const files = entries.filter((entry) => entry.isFile());
  const stored: string[] = [];
  try {
    for (const { parentPath, name } of files) {
      await bucket.put(name, await readFile(join(parentPath, name)));
      stored.push(name);
    }
  } catch (error) {
    await Promise.allSettled(stored.map((key) => bucket.delete(key)));
    throw error;
  }
}

async function readManifest(file: string): Promise<Manifest> {
  try {
    for await (const entry of readArchive(file)) {
      if (entry.header.name !== 'manifest.json') break;
      return manifestSchema.parse(JSON.parse((await contentOf(entry)).toString()));
    }
  } catch (error) {
    throw unreadable(file, error);
  }
  throw unreadable(file, new Error('it is no backup of this program'));
}

function unreadable(file: string, cause: unknown): StartupError {
  const { message } = cause as Error;
  const sentence = `${file} cannot be restored: ${message}.`;
  return new StartupError('backup_unreadable', sentence, { cause });
}

async function requireUnused(client: pg.Client, isUnusedSql: string): Promise<void> {
  const { rows } = await client.query<{ isUnused: boolean }>(
    `SELECT (${isUnusedSql}) AS "isUnused"`,
  );
  if (!rows[0]!.isUnused) throw notEmpty('The database has been used already');
}

async function requireNoFiles(filesDir: string): Promise<void> {
  const names = existsSync(filesDir) ? await readdir(filesDir) : [];
  if (names.length > 0) throw notEmpty(`${filesDir} has files in it`);
}

async function requireEmpty(bucket: FileStore): Promise<void> {
  for await (const object of bucket.list())
    throw notEmpty(`The bucket has files in it (${object.key})`);
}

function notEmpty(fact: string): StartupError {
  return new StartupError(
    'restore_not_empty',
    `${fact}: a backup goes into an empty installation only.`,
  );
}

function isSame(expected: Summary | undefined, loaded: Summary): boolean {
  if (!expected || expected.files !== loaded.files) return false;
  const names = Object.keys(expected.rows);
  return (
    names.length === Object.keys(loaded.rows).length &&
    names.every((name) => expected.rows[name] === loaded.rows[name])
  );
}
