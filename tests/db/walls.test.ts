import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillEveryTable } from '../factories/every-table';
import { actorKinds, openWorld, type ActorKind, type World } from '../factories/world';

/** Tables outside row-level security, each with its reason. */
const OPEN_TABLES: Record<string, string> = {
  _prisma_migrations: 'Names of migrations; the application role has no rights on it at all.',
};

type Row = Record<string, unknown>;

let world: World;
let owner: pg.Client;
let app: pg.Client;

beforeAll(async () => {
  world = await openWorld();
  await fillEveryTable(world);
  owner = new pg.Client({ connectionString: world.urls.ownerUrl });
  app = new pg.Client({ connectionString: world.urls.appUrl });
  await Promise.all([owner.connect(), app.connect()]);
});

afterAll(async () => {
  await Promise.all([owner?.end(), app?.end()]);
  await world?.close();
});

async function tables(): Promise<string[]> {
  const { rows } = await owner.query<{ relname: string }>(
    `SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND n.nspname = 'public' ORDER BY relname`,
  );
  return rows.map((row) => row.relname).filter((name) => !(name in OPEN_TABLES));
}

const ROW_SECURITY_REFUSAL = '42501';

/** Runs raw SQL as the application's role and this actor, and takes it back. */
async function attempt(
  who: ActorKind | 'system',
  sql: string,
  values: unknown[] = [],
): Promise<string> {
  await app.query('BEGIN');
  try {
    if (who === 'system')
      await app.query(`SELECT set_config('app.system_cohort', $1, true)`, [world.cohortA]);
    else if (who !== 'anonymous')
      await app.query(`SELECT set_config('app.account', $1, true)`, [world.people[who].accountId]);
    const { rowCount } = await app.query(sql, values);
    return String(rowCount);
  } catch (error) {
    const { code } = error as { code?: string };
    // Past the wall, and only then stopped by a key: the wall let it through.
    return code === ROW_SECURITY_REFUSAL ? '-' : 'passes';
  } finally {
    await app.query('ROLLBACK');
  }
}

const everyone = [...actorKinds, 'system'] as const;

/** What each kind of actor can read, copy in, change and delete in one table, as one line each. */
async function reach(table: string): Promise<Record<string, string>> {
  const { rows } = await owner.query<{ row: Row }>(`SELECT to_jsonb(t) AS row FROM "${table}" t`);
  const columnFor = async (privilege: string) => {
    const { rows: columns } = await owner.query<{ attname: string }>(
      `SELECT attname FROM pg_attribute
        WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped
          AND has_column_privilege('werkraum_server', $1::regclass, attnum, $2)
        ORDER BY attnum LIMIT 1`,
      [`"${table}"`, privilege],
    );
    return columns[0]?.attname;
  };
  const [readable, changeable] = [await columnFor('SELECT'), await columnFor('UPDATE')];
  const result: Record<string, string> = {};
  for (const who of everyone) {
    const read = readable ? await attempt(who, `SELECT "${readable}" FROM "${table}"`) : '-';
    const change = changeable
      ? await attempt(who, `UPDATE "${table}" SET "${changeable}" = "${changeable}"`)
      : '-';
    const remove = await attempt(who, `DELETE FROM "${table}"`);
    let inserts = 0;
    for (const { row } of rows) {
      const outcome = await attempt(
        who,
        `INSERT INTO "${table}" SELECT * FROM jsonb_populate_record(null::"${table}", $1)`,
        [JSON.stringify(row)],
      );
      if (outcome !== '-') inserts += 1;
    }
    result[who] = `read ${read}, insert ${inserts}, change ${change}, delete ${remove}`;
  }
  const { rows: owned } = await owner.query(`SELECT 1 FROM "${table}"`);
  result['owner functions'] = `read ${owned.length}`;
  return result;
}

describe('row-level security', () => {
  it('is forced on every table, and every table has rows to look at', async () => {
    const { rows } = await owner.query<{ relname: string }>(
      `SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p') AND n.nspname = 'public'
          AND NOT (relrowsecurity AND relforcerowsecurity)`,
    );
    expect(rows.map((row) => row.relname)).toEqual(Object.keys(OPEN_TABLES));
    for (const table of await tables()) {
      const { rows: some } = await owner.query(`SELECT 1 FROM "${table}" LIMIT 1`);
      expect(some, `${table} has no row in tests/factories/every-table.ts`).toHaveLength(1);
    }
  });

  it('gives the application role no way around it', async () => {
    const { rows } = await owner.query(
      `SELECT rolname FROM pg_roles WHERE rolname LIKE 'werkraum%' AND (rolsuper OR rolbypassrls)`,
    );
    expect(rows).toEqual([]);
  });

  it('shows nothing without an actor', async () => {
    for (const table of await tables()) {
      const read = await attempt('anonymous', `SELECT 1 FROM "${table}"`);
      expect([table, read === '-' || read === '0']).toEqual([table, true]);
    }
  });

  it('lets each kind of actor reach what the declared table says', async () => {
    const reached: Record<string, Record<string, string>> = {};
    for (const table of await tables()) reached[table] = await reach(table);
    await expect(`${JSON.stringify(reached, null, 2)}\n`).toMatchFileSnapshot(
      'walls.declared.json',
    );
  });

  it('answers a reading transaction, which looks its actor up once, as any other', async () => {
    const answers = `SELECT app.my_cohorts()::text AS cohorts, app.known_cohorts()::text AS known,
      app.my_teams()::text AS teams, app.my_guest_topics()::text AS guest_topics,
      (SELECT array_agg(id ORDER BY id) FROM unnest(app.my_fellows()) id)::text AS fellows,
      app.is_administrator() AS is_administrator`;
    const ask = async (begin: string) => {
      await app.query(begin);
      const { rows } = await app.query<Row>(answers);
      await app.query('ROLLBACK');
      return rows[0];
    };
    for (const [who, { accountId }] of Object.entries(world.people)) {
      const plain = await ask(`BEGIN; SELECT set_config('app.account', '${accountId}', true)`);
      const entered = await ask(`BEGIN READ ONLY; SELECT app.enter('${accountId}')`);
      expect([who, entered]).toEqual([who, plain]);
    }
    // What was looked up ends with its transaction.
    const after = await ask('BEGIN');
    expect(after).toMatchObject({ cohorts: '{}', teams: '{}', is_administrator: false });
  });

  it('notices when any one policy is missing', async () => {
    const { rows: policies } = await owner.query<PolicyRow>(
      `SELECT tablename, policyname, cmd, roles::text[] AS roles, qual, with_check
         FROM pg_policies WHERE schemaname = 'public'`,
    );
    expect(policies.length).toBeGreaterThan(0);
    const missed: string[] = [];
    for (const policy of policies) {
      const before = await reach(policy.tablename);
      await owner.query(`DROP POLICY "${policy.policyname}" ON "${policy.tablename}"`);
      const after = await reach(policy.tablename).catch(() => ({}));
      await owner.query(createPolicy(policy));
      if (JSON.stringify(before) === JSON.stringify(after))
        missed.push(`${policy.tablename}.${policy.policyname}`);
    }
    expect(missed).toEqual([]);
  }, 120_000);
});

interface PolicyRow {
  tablename: string;
  policyname: string;
  cmd: string;
  roles: string[];
  qual: string | null;
  with_check: string | null;
}

function createPolicy({ tablename, policyname, cmd, roles, qual, with_check }: PolicyRow): string {
  return [
    `CREATE POLICY "${policyname}" ON "${tablename}" FOR ${cmd} TO ${roles.join(', ')}`,
    qual === null ? '' : `USING (${qual})`,
    with_check === null ? '' : `WITH CHECK (${with_check})`,
  ].join(' ');
}

describe('a function of schema app', () => {
  const forEverybody = async () => {
    const { rows } = await owner.query<{ name: string }>(
      `SELECT p.oid::regprocedure::text AS name FROM pg_proc p
        WHERE p.pronamespace = 'app'::regnamespace AND has_function_privilege('public', p.oid, 'EXECUTE')
        ORDER BY 1`,
    );
    return rows.map(({ name }) => name);
  };

  it('can be executed by nobody but whom it was granted to', async () => {
    expect(await forEverybody()).toEqual([]);
  });

  it('that comes later neither', async () => {
    await owner.query('BEGIN');
    try {
      await owner.query(`CREATE FUNCTION app.newcomer() RETURNS int LANGUAGE sql AS 'SELECT 1'`);
      expect(await forEverybody()).toEqual([]);
      await owner.query('GRANT EXECUTE ON FUNCTION app.newcomer() TO PUBLIC');
      expect(await forEverybody()).toEqual(['app.newcomer()']);
    } finally {
      await owner.query('ROLLBACK');
    }
  });
});
