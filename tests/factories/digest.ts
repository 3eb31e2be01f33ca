import type { World } from './world';

/** Written by reading alone, or before it is known who asks. */
const RESTLESS = new Set(['session', 'attempt', '_prisma_migrations']);

/** A fingerprint of every table: two that are equal mean that nothing was changed. */
export async function digest({ owner }: World): Promise<Record<string, string>> {
  const tables = await owner.$queryRaw<{ name: string }[]>`
    SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'`;
  const parts = tables
    .filter(({ name }) => !RESTLESS.has(name))
    .map(
      ({ name }) =>
        `SELECT '${name}' AS name, md5(coalesce(string_agg(t::text, '' ORDER BY t::text), '')) AS hash FROM ${name} t`,
    );
  const rows = await owner.$queryRawUnsafe<{ name: string; hash: string }[]>(
    parts.join(' UNION ALL '),
  );
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]));
}
