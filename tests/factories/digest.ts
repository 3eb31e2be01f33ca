import type { World } from './world';

/** Written by reading alone, or before it is known who asks. */
const RESTLESS = ['session', 'attempt', '_prisma_migrations'];

/** One expression over all rows of every table, by the name of the table. */
async function ofEveryTable<T>({ owner }: World, expression: string): Promise<Record<string, T>> {
  const tables = await owner.$queryRaw<{ name: string }[]>`
    SELECT quote_ident(tablename) AS name FROM pg_tables
     WHERE schemaname = 'public' AND NOT tablename = ANY (${RESTLESS})`;
  const parts = tables.map(
    ({ name }) => `SELECT '${name}' AS name, ${expression} AS value FROM ${name} t`,
  );
  const rows = await owner.$queryRawUnsafe<{ name: string; value: T }[]>(parts.join(' UNION ALL '));
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}

/** A fingerprint of every table: two that are equal mean that nothing was changed. */
export const digest = (world: World) =>
  ofEveryTable<string>(world, `md5(coalesce(string_agg(t::text, '' ORDER BY t::text), ''))`);

export const rowCounts = (world: World) => ofEveryTable<number>(world, 'count(*)::int');
