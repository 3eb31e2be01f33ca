import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { StartupError } from '../startup-error';
import { withClient } from './connect.server';
import { NO_FILTER, openSchemaEngine } from './migrate-engine.server';

/** Any number that all instances of the program share, and no other program uses. */
const ADVISORY_LOCK = 0x7765726b;
const OLDEST_SERVER_VERSION = 150_000;

/**
 * Brings a database up to the program's version. Instances that start at the same time wait for
 * one another; an interrupted or failed migration leaves no trace, and the next start tries again.
 *
 * @returns the names of the migrations that were applied now, in their order
 * @throws StartupError `database_unreachable`, `database_too_old`, `database_is_newer`, `migration_failed`
 */
export async function migrate(options: {
  ownerUrl: string;
  migrationsDir: string;
  /** For restoring an older backup: these migrations alone, all of which must be in the directory. */
  only?: string[];
}): Promise<string[]> {
  const known = options.only ?? (await listMigrations(options.migrationsDir));
  return withClient(options.ownerUrl, async (client) => {
    await requireServerVersion(client);
    await client.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCK]);
    const applied = await readApplied(client);
    const unknown = applied.filter((name) => !known.includes(name));
    if (unknown.length > 0) {
      throw new StartupError(
        'database_is_newer',
        `The database is newer than this program (it knows ${unknown.at(-1)}): start the newer version of the program.`,
      );
    }
    const pending = known.filter((name) => !applied.includes(name));
    if (pending.length > 0) await apply(options.ownerUrl, options.migrationsDir, known);
    return pending;
  });
}

/** The names of the migrations in a directory, in the order in which they are applied. */
export async function listMigrations(migrationsDir: string): Promise<string[]> {
  const entries = await readdir(migrationsDir);
  return entries.filter((name) => existsSync(join(migrationsDir, name, 'migration.sql'))).sort();
}

async function requireServerVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number; name: string }>(
    `SELECT current_setting('server_version_num')::int AS version, current_setting('server_version') AS name`,
  );
  const server = rows[0]!;
  if (server.version < OLDEST_SERVER_VERSION) {
    throw new StartupError(
      'database_too_old',
      `The database is PostgreSQL ${server.name}; version 15 or newer is needed.`,
    );
  }
}

async function readApplied(client: pg.Client): Promise<string[]> {
  const { rows: tables } = await client.query(`SELECT to_regclass('_prisma_migrations') AS name`);
  if (tables[0].name === null) return [];
  // Migrations are atomic: one that has not finished has not happened.
  await client.query(
    `UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL`,
  );
  const { rows } = await client.query<{ name: string }>(
    `SELECT migration_name AS name FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return rows.map(({ name }) => name);
}

async function apply(ownerUrl: string, migrationsDir: string, names: string[]): Promise<void> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  const { engine, explain } = await openSchemaEngine(pool);
  const migrationDirectories = await Promise.all(
    names.map(async (name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: {
          tag: 'ok' as const,
          value: await readFile(join(migrationsDir, name, 'migration.sql'), 'utf8'),
        },
      },
    })),
  );
  const lockfile = await readFile(join(migrationsDir, 'migration_lock.toml'), 'utf8');
  try {
    await engine.applyMigrations({
      migrationsList: {
        baseDir: resolve(migrationsDir),
        lockfile: { path: 'migration_lock.toml', content: lockfile },
        shadowDbInitScript: '',
        migrationDirectories,
      },
      filters: NO_FILTER,
    });
  } catch (cause) {
    throw new StartupError(
      'migration_failed',
      `The database could not be brought up to date: ${explain(cause)}.`,
      { cause },
    );
  } finally {
    engine.free();
    await pool.end();
  }
}
