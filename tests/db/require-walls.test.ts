import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { ensureAppRole, requireWalls } from '$lib/platform/db/walls.server';
import { createDatabase, type TestDatabase } from '../factories/database';

const server = {
  superuserUrl: inject('superuserUrl'),
  ownerUrl: inject('ownerUrl'),
  appUrl: inject('appUrl'),
};
const STRANGER = 'werkraum_test_stranger';

let database: TestDatabase;
beforeEach(async () => {
  database = await createDatabase(server);
});
afterEach(() => database.drop());

async function query(connectionString: string, sql: string) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

const inThisDatabase = (connectionString: string) =>
  Object.assign(new URL(connectionString), { pathname: new URL(database.ownerUrl).pathname }).href;

describe('the program starts', () => {
  it('on a database with its walls', async () => {
    await ensureAppRole(database.ownerUrl);
    await expect(requireWalls(database.appUrl)).resolves.toBeUndefined();
  });
});

describe('the program refuses', () => {
  it('to run as the owner of the tables, or as a superuser', async () => {
    for (const url of [database.ownerUrl, inThisDatabase(server.superuserUrl)]) {
      await expect(requireWalls(url)).rejects.toMatchObject({
        code: 'database_unsafe',
        message: expect.stringContaining('could pass row-level security'),
      });
    }
  });

  it('to run as a role that is given another one which passes row-level security', async () => {
    const superuserUrl = inThisDatabase(server.superuserUrl);
    await query(
      superuserUrl,
      `CREATE ROLE ${STRANGER} LOGIN PASSWORD 'x' IN ROLE werkraum_app, werkraum_owner`,
    );
    const url = Object.assign(new URL(database.appUrl), { username: STRANGER, password: 'x' }).href;
    await expect(requireWalls(url)).rejects.toMatchObject({ code: 'database_unsafe' });
    await query(superuserUrl, `REVOKE werkraum_app, werkraum_owner FROM ${STRANGER}`);
    await expect(requireWalls(url)).rejects.toThrow(`GRANT werkraum_app TO ${STRANGER}`);
    await query(superuserUrl, `DROP ROLE ${STRANGER}`);
  });

  it('a table that does not force row-level security, or a new one without it', async () => {
    await query(database.ownerUrl, 'ALTER TABLE topic NO FORCE ROW LEVEL SECURITY');
    await expect(requireWalls(database.appUrl)).rejects.toThrow('public.topic');
    await query(database.ownerUrl, 'ALTER TABLE topic FORCE ROW LEVEL SECURITY');
    await query(database.ownerUrl, 'CREATE TABLE forgotten (id int)');
    await expect(requireWalls(database.appUrl)).rejects.toThrow('public.forgotten');
  });
});
