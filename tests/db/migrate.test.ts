import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { migrate } from '$lib/platform/db/migrate.server';
import { createDatabase, type TestDatabase } from '../factories/database';

let database: TestDatabase;
let migrationsDir: string;

beforeEach(async () => {
  const server = {
    superuserUrl: inject('superuserUrl'),
    ownerUrl: inject('ownerUrl'),
    appUrl: inject('appUrl'),
  };
  database = await createDatabase(server, { template: 'blank' });
  migrationsDir = await mkdtemp(join(tmpdir(), 'werkraum-migrations-'));
  await writeFile(join(migrationsDir, 'migration_lock.toml'), 'provider = "postgresql"\n');
});

afterEach(async () => {
  await database.drop();
  await rm(migrationsDir, { recursive: true });
});

async function addMigration(name: string, sql: string) {
  await mkdir(join(migrationsDir, name), { recursive: true });
  await writeFile(join(migrationsDir, name, 'migration.sql'), sql);
}

const run = () => migrate({ ownerUrl: database.ownerUrl, migrationsDir });

async function query(sql: string) {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('migrate', () => {
  it('applies what is missing, in order, and nothing twice', async () => {
    await addMigration('2_b', 'ALTER TABLE town ADD COLUMN name text;');
    await addMigration('1_a', 'CREATE TABLE town (id int);');
    expect(await run()).toEqual(['1_a', '2_b']);
    await addMigration('3_c', 'ALTER TABLE town ADD COLUMN people int;');
    expect(await run()).toEqual(['3_c']);
    expect(await run()).toEqual([]);
  });

  it('leaves semicolons inside functions alone', async () => {
    await addMigration(
      '1_a',
      `CREATE FUNCTION three() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 3; END; $$;`,
    );
    await run();
    expect(await query('SELECT three()')).toEqual([{ three: 3 }]);
  });

  it('takes a failed migration back as a whole, and applies it once it is repaired', async () => {
    await addMigration('1_a', 'CREATE TABLE town (id int); SELECT 1 / 0;');
    await expect(run()).rejects.toMatchObject({
      code: 'migration_failed',
      message: expect.stringContaining('division by zero'),
    });
    expect(await query(`SELECT to_regclass('town') AS name`)).toEqual([{ name: null }]);
    await addMigration('1_a', 'CREATE TABLE town (id int);');
    expect(await run()).toEqual(['1_a']);
  });

  it('notes a migration as done in the transaction that does it, for a program killed right after', async () => {
    await addMigration(
      '1_a',
      `CREATE TABLE town (id int); CREATE TABLE done AS SELECT txid_current() AS at;`,
    );
    await run();
    const rows = await query(
      `SELECT finished_at IS NOT NULL AS "isDone" FROM _prisma_migrations WHERE migration_name = '1_a'`,
    );
    expect(rows).toEqual([{ isDone: true }]);
  });

  it('lets programs that start at the same time wait for one another', async () => {
    await addMigration('1_a', 'CREATE TABLE town (id int); SELECT pg_sleep(0.2);');
    const results = await Promise.all([run(), run(), run()]);
    expect(results.flat()).toEqual(['1_a']);
  });

  it('refuses a database that is newer than the program', async () => {
    await addMigration('1_a', 'CREATE TABLE town (id int);');
    await addMigration('2_b', 'CREATE TABLE newer (id int);');
    await run();
    await rm(join(migrationsDir, '2_b'), { recursive: true });
    await expect(run()).rejects.toMatchObject({ code: 'database_is_newer' });
  });

  it('says which database cannot be reached, without the password', async () => {
    const ownerUrl = 'postgresql://someone:secret@127.0.0.1:1/werkraum';
    const refused = migrate({ ownerUrl, migrationsDir });
    await expect(refused).rejects.toMatchObject({ code: 'database_unreachable' });
    await expect(refused).rejects.toThrow('127.0.0.1');
    await expect(refused).rejects.not.toThrow('secret');
  });
});
