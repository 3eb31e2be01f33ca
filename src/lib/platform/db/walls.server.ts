import type pg from 'pg';
import { StartupError } from '../startup-error';
import { withClient } from './connect.server';

/** The group role whose members are the running programs; migrations grant to it. */
const APP_ROLE = 'werkraum_app';

/** Tables without row-level security, each with its reason. */
const OPEN_TABLES = [
  // Names of migrations; the application's role has no rights on it at all.
  'public._prisma_migrations',
];
const OPEN_SCHEMAS = [
  // Jobs name cohorts and ids, no content; pg-boss works across cohorts.
  'pgboss',
];

/**
 * Makes sure that the group role exists, which migrations need. The embedded database has it; the
 * owner of an external one may not be allowed to make roles.
 *
 * @throws StartupError `database_unsafe`
 */
export async function ensureAppRole(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [APP_ROLE]);
    if (rowCount === 1) return;
    await client.query(`CREATE ROLE ${APP_ROLE} NOLOGIN`).catch((cause: unknown) => {
      throw unsafe(
        `the role ${APP_ROLE} is missing (as an administrator: CREATE ROLE ${APP_ROLE} NOLOGIN)`,
        cause,
      );
    });
  });
}

/**
 * Refuses a database in which the running program could see past row-level security, be it by its
 * role or by a table that does not force it.
 *
 * @throws StartupError `database_unsafe`, `database_unreachable`
 */
export async function requireWalls(appUrl: string): Promise<void> {
  await withClient(appUrl, async (client) => {
    const { rows } = await client.query<{ name: string; mayBypass: boolean; isApp: boolean }>(
      `SELECT current_user AS name, pg_has_role(current_user, $1, 'member') AS "isApp",
         EXISTS (SELECT FROM pg_roles r WHERE (r.rolsuper OR r.rolbypassrls)
                   AND pg_has_role(current_user, r.oid, 'member'))
         OR EXISTS (SELECT FROM pg_class c WHERE c.relkind IN ('r', 'p')
                   AND pg_has_role(current_user, c.relowner, 'member')) AS "mayBypass"`,
      [APP_ROLE],
    );
    const { name, mayBypass, isApp } = rows[0]!;
    if (mayBypass) throw unsafe(`the role ${name} of DATABASE_URL could pass row-level security`);
    if (!isApp) {
      throw unsafe(`the role ${name} of DATABASE_URL is no member (GRANT ${APP_ROLE} TO ${name})`);
    }
    const open = await listOpenTables(client);
    if (open.length > 0) {
      throw unsafe(`row-level security is not forced on ${open.join(', ')}`);
    }
  });
}

async function listOpenTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT n.nspname || '.' || c.relname AS name
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p') AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'
       AND NOT (c.relrowsecurity AND c.relforcerowsecurity) AND n.nspname <> ALL ($1)
       AND n.nspname || '.' || c.relname <> ALL ($2)
     ORDER BY 1`,
    [OPEN_SCHEMAS, OPEN_TABLES],
  );
  return rows.map(({ name }) => name);
}

function unsafe(reason: string, cause?: unknown): StartupError {
  return new StartupError('database_unsafe', `The database is not safe to use: ${reason}.`, {
    cause,
  });
}
