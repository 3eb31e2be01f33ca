import type pg from 'pg';
import { StartupError } from '../startup-error';
import type { Manifest } from './backup-archive.server';

// The record of migrations is rebuilt by migrating; what an extension owns comes with the extension.
const IS_OURS = `c.relnamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema')
  AND c.relname <> '_prisma_migrations'
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass
                  AND d.objid = c.oid AND d.deptype = 'e')`;
const QUALIFIED_NAME = `format('%I.%I', c.relnamespace::regnamespace::text, c.relname)`;

/** The tables of the database with the columns that hold data of their own (generated ones do not). */
export async function listTables(client: pg.ClientBase): Promise<Manifest['tables']> {
  const { rows } = await client.query<Manifest['tables'][number]>(
    `SELECT ${QUALIFIED_NAME} AS name,
       array_agg(quote_ident(a.attname) ORDER BY a.attnum)::text[] AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND ${IS_OURS}
     GROUP BY c.oid ORDER BY 1`,
  );
  return rows;
}

/** The sequences that have been used. */
export async function listSequences(client: pg.ClientBase): Promise<Manifest['sequences']> {
  const { rows } = await client.query<Manifest['sequences'][number]>(
    `SELECT format('%I.%I', schemaname, sequencename) AS name, last_value::text AS value
     FROM pg_sequences WHERE last_value IS NOT NULL ORDER BY 1`,
  );
  return rows;
}

/**
 * A backup reads as the owner, who obeys row-level security like everybody else: a table that shows
 * the owner only a part of its rows must fail the backup, not shorten it.
 *
 * @throws StartupError `backup_incomplete`
 */
export async function requireFullSight(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT ${QUALIFIED_NAME} AS name FROM pg_class c
     WHERE c.relkind = 'r' AND ${IS_OURS} AND row_security_active(c.oid) AND (
       NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polpermissive
                   AND p.polcmd IN ('*', 'r') AND pg_get_expr(p.polqual, p.polrelid) = 'true'
                   AND (current_user::regrole::oid = ANY (p.polroles) OR 0 = ANY (p.polroles)))
       OR EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND NOT p.polpermissive))
     ORDER BY 1`,
  );
  if (rows.length > 0) {
    throw new StartupError(
      'backup_incomplete',
      `The owner of the database does not see every row of ${rows.map(({ name }) => name).join(', ')}: give it a policy that is true.`,
    );
  }
}

/**
 * Takes away what stands in the way of loading rows in any order (foreign keys, triggers, row-level
 * security), and returns the statements that put it back as it was, checks included.
 */
export async function loosen(client: pg.ClientBase): Promise<string[]> {
  const { rows: keys } = await client.query<{ table: string; name: string; definition: string }>(
    `SELECT ${QUALIFIED_NAME} AS table, quote_ident(k.conname) AS name, pg_get_constraintdef(k.oid) AS definition
     FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
     WHERE k.contype = 'f' AND k.conparentid = 0 AND ${IS_OURS}`,
  );
  const { rows: triggers } = await client.query<{ table: string; name: string }>(
    `SELECT ${QUALIFIED_NAME} AS table, quote_ident(t.tgname) AS name
     FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
     WHERE NOT t.tgisinternal AND t.tgenabled = 'O' AND t.tgparentid = 0 AND ${IS_OURS}`,
  );
  const { rows: forced } = await client.query<{ table: string }>(
    `SELECT ${QUALIFIED_NAME} AS table FROM pg_class c
     WHERE c.relkind IN ('r', 'p') AND c.relforcerowsecurity AND ${IS_OURS}`,
  );
  for (const { table, name } of keys)
    await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  for (const { table, name } of triggers)
    await client.query(`ALTER TABLE ${table} DISABLE TRIGGER ${name}`);
  for (const { table } of forced)
    await client.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
  return [
    ...keys.map(
      ({ table, name, definition }) => `ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`,
    ),
    ...triggers.map(({ table, name }) => `ALTER TABLE ${table} ENABLE TRIGGER ${name}`),
    ...forced.map(({ table }) => `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`),
  ];
}
