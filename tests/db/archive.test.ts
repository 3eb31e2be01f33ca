import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillEveryTable } from '../factories/every-table';
import { openWorld, type ActorKind, type World } from '../factories/world';

/** Tables with a "cohortId" that take changes in an archived cohort too, each with its reason. */
const OPEN_TABLES: Record<string, string> = {
  charter_acceptance: 'Whoever has not accepted the newest charter could not read the archive.',
  notice: 'Own notices are marked as read.',
  erasure: 'It is asked for while the cohort is archived.',
  key_trust: 'What the reader alone has seen and compared; an archive can still be read.',
  search_entry: 'Written by triggers of the other tables only.',
  mail: 'The log of the installation.',
};

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

async function cohortTables(): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT c.table_name AS name FROM information_schema.columns c
       JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.column_name = 'cohortId'
      ORDER BY 1`,
  );
  return rows.map(({ name }) => name).filter((name) => !(name in OPEN_TABLES));
}

/** Rows changed by raw SQL as the application's role, or why not; taken back again. */
async function attempt(
  who: Exclude<ActorKind, 'anonymous'> | 'system',
  sql: string,
  values: unknown[],
) {
  await app.query('BEGIN');
  try {
    if (who === 'system')
      await app.query(`SELECT set_config('app.system_cohort', $1, true)`, [world.cohortA]);
    else
      await app.query(`SELECT set_config('app.account', $1, true)`, [world.people[who].accountId]);
    return (await app.query(sql, values)).rowCount ?? 0;
  } catch (error) {
    const { message, code } = error as { message: string; code: string };
    if (message === 'cohort_archived') return 'archived';
    // A key: the walls let it through, and only that the row is there already stopped it.
    return code.startsWith('23') ? 1 : 0;
  } finally {
    await app.query('ROLLBACK');
  }
}

/** Only functions of the database reach into these; what they do is looked at in their own tests. */
const WITHOUT_DOOR = ['ballot_box', 'feedback_answered', 'feedback_box'];

const everyone = ['member', 'otherTeam', 'moderator', 'organiser', 'expert', 'system'] as const;

/** Which of the three kinds of change somebody or other may make in cohort A. */
async function changes(table: string): Promise<string[]> {
  const { rows } = await owner.query<{ row: Record<string, unknown> }>(
    `SELECT to_jsonb(t) AS row FROM "${table}" t WHERE "cohortId" = $1`,
    [world.cohortA],
  );
  const { rows: changeable } = await owner.query<{ attname: string }>(
    `SELECT attname FROM pg_attribute
      WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped
        AND has_column_privilege('werkraum_server', $1::regclass, attnum, 'UPDATE') LIMIT 1`,
    [`"${table}"`],
  );
  const column = changeable[0]?.attname;
  const made = new Set<string>();
  for (const who of everyone) {
    const note = (kind: string, outcome: number | 'archived') => {
      if (outcome !== 'archived' && outcome > 0) made.add(kind);
    };
    for (const { row } of rows)
      note(
        'insert',
        await attempt(
          who,
          `INSERT INTO "${table}" SELECT * FROM jsonb_populate_record(null::"${table}", $1)`,
          [JSON.stringify(row)],
        ),
      );
    const own = `WHERE "cohortId" = $1`;
    if (column)
      note(
        'update',
        await attempt(who, `UPDATE "${table}" SET "${column}" = "${column}" ${own}`, [
          world.cohortA,
        ]),
      );
    note('delete', await attempt(who, `DELETE FROM "${table}" ${own}`, [world.cohortA]));
  }
  return [...made].sort();
}

const setState = (state: string) =>
  owner.query(`UPDATE cohort SET state = $2::cohort_state WHERE id = $1`, [world.cohortA, state]);

describe('an archived cohort', () => {
  it('takes no change in any table, whoever asks and however', async () => {
    await setState('closed');
    const before: Record<string, string[]> = {};
    for (const table of await cohortTables()) before[table] = await changes(table);
    await setState('archived');
    for (const table of await cohortTables())
      expect([table, await changes(table)]).toEqual([table, []]);
    await setState('concluded');
    // The test sees something: there are changes of each kind that the archive alone prevents.
    expect(before).toMatchObject({
      topic: ['delete', 'insert', 'update'],
      comment: ['insert', 'update'],
    });
    const harmless = Object.keys(before).filter((table) => before[table]!.length === 0);
    expect(harmless).toEqual(WITHOUT_DOOR);
  }, 120_000);

  it('is walled in every table: without its trigger, a change passes', async () => {
    await setState('archived');
    const tables = (await cohortTables()).filter((table) => !WITHOUT_DOOR.includes(table));
    const missed: string[] = [];
    for (const table of tables) {
      await owner.query(`ALTER TABLE "${table}" DISABLE TRIGGER archive_wall`);
      if ((await changes(table)).length === 0) missed.push(table);
      await owner.query(`ALTER TABLE "${table}" ENABLE TRIGGER archive_wall`);
    }
    await setState('concluded');
    expect(missed).toEqual([]);
  }, 120_000);

  it('keeps its own settings, and is never erased by hand', async () => {
    await setState('archived');
    const change = (sql: string) =>
      attempt('organiser', `UPDATE cohort SET ${sql} WHERE id = $1`, [world.cohortA]);
    expect(await change(`name = 'Anders'`)).toBe('archived');
    expect(await change(`state = 'erased'`)).toBe('archived');
    expect(await change(`state = 'concluded'`)).toBe(1);
    await setState('concluded');
  });
});
