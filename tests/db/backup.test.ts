import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { backup } from '$lib/platform/db/backup.server';
import { restore } from '$lib/platform/db/backup-restore.server';
import { readS3Address, s3Store } from '$lib/platform/files/s3-store.server';
import { newKey, readAll } from '$lib/platform/files/store.server';
import { createDatabase, type TestDatabase } from '../factories/database';
import { openS3 } from '../factories/s3';
import { openWorld, type World } from '../factories/world';

type Connections = Pick<TestDatabase, 'ownerUrl'>;

const migrationsDir = 'prisma/migrations';
const isUnusedSql = 'NOT EXISTS (SELECT FROM account)';
const now = new Date('2026-01-31T12:00:00Z');
const server = {
  superuserUrl: inject('superuserUrl'),
  ownerUrl: inject('ownerUrl'),
  appUrl: inject('appUrl'),
};

let world: World;
let source: Connections;
let target: TestDatabase;
let dir: string;
let file: string;

beforeAll(async () => {
  world = await openWorld(server);
  source = world.urls;
});
afterAll(() => world?.close());

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'werkraum-backup-'));
  file = join(dir, 'backup.tar.gz');
  target = await createDatabase(server, { template: 'blank' });
});
afterEach(async () => {
  await target.drop();
  await rm(dir, { recursive: true });
});

const installation = (database: Connections, files = 'files') => ({
  ownerUrl: database.ownerUrl,
  filesDir: join(dir, files),
  bucket: null,
});
const save = () => backup(installation(source), file, { now });
const bringBack = (options = {}) =>
  restore(installation(target, 'restored'), file, { migrationsDir, isUnusedSql, ...options });

describe('backup and restore', () => {
  it('give back every row of every table, and leave the walls as they were', async () => {
    await save();
    await bringBack();
    expect(await contentOf(target)).toEqual(await contentOf(source));
    expect(await structureOf(target)).toEqual(await structureOf(source));
  });

  it('give back the files, large ones too', async () => {
    const large = Buffer.alloc(9_000_000, 'Werkraum ');
    await mkdir(join(dir, 'files', 'ab'), { recursive: true });
    await writeFile(join(dir, 'files', 'ab', 'protokoll ä.pdf'), large);
    await writeFile(join(dir, 'files', 'leer'), '');
    expect(await save()).toMatchObject({ files: 2 });
    await bringBack();
    expect(await readFile(join(dir, 'restored', 'ab', 'protokoll ä.pdf'))).toEqual(large);
    expect(await readFile(join(dir, 'restored', 'leer'), 'utf8')).toBe('');
  });

  it('take the files out of a bucket, and put them back into another, or into a directory', async () => {
    const [first, second] = [await openS3(), await openS3()];
    const [from, to] = [s3Store(readS3Address(first.url)!), s3Store(readS3Address(second.url)!)];
    const [key, content] = [newKey(), Buffer.alloc(5_000_000, 'Werkraum ')];
    await from.put(key, content);
    await from.put(newKey(), Buffer.from('a'));
    expect(await backup({ ...installation(source), bucket: from }, file, { now })).toMatchObject({
      files: 2,
    });
    const options = { migrationsDir, isUnusedSql };
    await restore({ ...installation(target), bucket: to }, file, options);
    expect((await readAll(to, key)).equals(content)).toBe(true);
    const again = restore({ ...installation(target), bucket: to }, file, options);
    await expect(again).rejects.toMatchObject({ code: 'restore_not_empty' });
    await Promise.all([first.close(), second.close()]);
    const other = await createDatabase(server, { template: 'blank' });
    await restore(installation(other, 'restored'), file, options);
    await other.drop();
    const path = join(dir, 'restored', key.slice(0, 2), key);
    expect((await readFile(path)).equals(content)).toBe(true);
  });

  it('hold one moment while others write', async () => {
    let isWriting = true;
    const pairs = (async () => {
      for (let number = 0; isWriting; number += 1) {
        const create = (half: string) =>
          world.owner.programme.create({
            data: { id: crypto.randomUUID(), name: `pair ${number} ${half}`, createdAt: now },
          });
        await world.owner.$transaction([create('first'), create('second')]);
      }
    })();
    await save().finally(() => (isWriting = false));
    await pairs;
    await bringBack();
    const halves = await query(
      target.ownerUrl,
      `SELECT count(*) FILTER (WHERE count <> 2)::int AS halves FROM (
         SELECT count(*) FROM programme WHERE name LIKE 'pair %' GROUP BY split_part(name, ' ', 2)) pairs`,
    );
    expect(halves).toEqual([{ halves: 0 }]);
  });

  it('keep the archive from other users, and leave no half of one behind', async () => {
    await save();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(dir)).toEqual(['backup.tar.gz']);
    await expect(save()).rejects.toMatchObject({ code: 'backup_exists' });
  });

  it('refuse an archive that was cut off, after which the whole one can be restored', async () => {
    await save();
    const whole = join(dir, 'whole.tar.gz');
    await cp(file, whole);
    await truncate(file, (await stat(file)).size - 100);
    await expect(bringBack()).rejects.toMatchObject({ code: 'backup_unreadable' });
    await cp(whole, file);
    await bringBack();
    expect(await contentOf(target)).toEqual(await contentOf(source));
  });

  it('refuse what is no backup', async () => {
    await writeFile(file, 'Protokoll');
    await expect(bringBack()).rejects.toMatchObject({ code: 'backup_unreadable' });
  });

  it('never overwrite an installation that is in use', async () => {
    await save();
    await bringBack();
    const before = await contentOf(target);
    await expect(bringBack()).rejects.toMatchObject({ code: 'restore_not_empty' });
    expect(await contentOf(target)).toEqual(before);
  });

  it('bring an older backup up to date, and refuse a newer one', async () => {
    await save();
    const newer = join(dir, 'migrations');
    await cp(migrationsDir, newer, { recursive: true });
    await mkdir(join(newer, '99990101000000_later'));
    await writeFile(
      join(newer, '99990101000000_later', 'migration.sql'),
      'ALTER TABLE programme ADD COLUMN later int DEFAULT 7;',
    );
    await bringBack({ migrationsDir: newer });
    expect(await query(target.ownerUrl, 'SELECT DISTINCT later FROM programme')).toEqual([
      { later: 7 },
    ]);
    const again = join(dir, 'again.tar.gz');
    await backup(installation(target), again, { now });
    const older = restore(installation(source), again, { migrationsDir, isUnusedSql });
    await expect(older).rejects.toMatchObject({ code: 'backup_is_newer' });
  });

  it('refuse to leave out rows that row-level security hides from the owner', async () => {
    await save();
    await bringBack();
    await query(target.ownerUrl, 'DROP POLICY owner_functions ON topic');
    const partial = backup(installation(target), join(dir, 'partial.tar.gz'), { now });
    await expect(partial).rejects.toMatchObject({
      code: 'backup_incomplete',
      message: expect.stringContaining('public.topic'),
    });
  });
});

const OURS = `relnamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema', 'pg_toast')`;

/** A digest of the rows of each table. */
async function contentOf({ ownerUrl }: Connections): Promise<Record<string, string>> {
  const tables = await query(
    ownerUrl,
    `SELECT oid::regclass::text AS name FROM pg_class
     WHERE relkind = 'r' AND relname <> '_prisma_migrations' AND ${OURS} ORDER BY 1`,
  );
  const digests: Record<string, string> = {};
  for (const { name } of tables) {
    const rows = await query(
      ownerUrl,
      `SELECT count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS digest
       FROM ${name} t`,
    );
    digests[name as string] = rows[0]!.digest as string;
  }
  return digests;
}

/** Constraints, triggers and row-level security as the catalogue names them. */
function structureOf({ ownerUrl }: Connections) {
  return query(
    ownerUrl,
    `SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(k.oid) || ' ' || convalidated AS fact
       FROM pg_constraint k WHERE connamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema')
     UNION ALL SELECT tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
     UNION ALL SELECT oid::regclass || ' ' || relrowsecurity || ' ' || relforcerowsecurity
       FROM pg_class WHERE relkind IN ('r', 'p') AND ${OURS}
     ORDER BY 1`,
  );
}

async function query(connectionString: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
