import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, inject, it } from 'vitest';
import { listMigrations, migrate } from '$lib/platform/db/migrate.server';
import { newId } from '$lib/platform/id';
import { createDatabase } from '../factories/database';

const ALL = 'prisma/migrations';
const THIS = '20261208100000_dates_become_workshops';

/** What an installation of 0.1.0 says of a date, and the days that come of it. */
const cases = {
  'an afternoon': {
    ...{ startsAt: '2026-03-13T09:00:00Z', endsAt: '2026-03-13T15:30:00Z' },
    days: ['2026-03-13 600-990'],
  },
  'two days over the change to summer time': {
    ...{ startsAt: '2026-03-28T09:00:00Z', endsAt: '2026-03-29T13:30:00Z' },
    days: ['2026-03-28 600-1080', '2026-03-29 540-930'],
  },
  'an evening beyond midnight': {
    ...{ startsAt: '2026-07-01T18:00:00Z', endsAt: '2026-07-01T22:30:00Z' },
    days: ['2026-07-01 1200-1470'],
  },
  'without an end': {
    ...{ startsAt: '2026-03-13T09:00:00Z', endsAt: null },
    days: ['2026-03-13 600-660'],
  },
  'that ends as it begins': {
    ...{ startsAt: '2026-03-13T22:59:00Z', endsAt: '2026-03-13T22:59:00Z' },
    days: ['2026-03-13 1439-1454'],
  },
  'three days until midnight': {
    ...{ startsAt: '2026-05-04T20:00:00Z', endsAt: '2026-05-06T22:00:00Z' },
    days: ['2026-05-04 1320-1380', '2026-05-05 540-1080', '2026-05-06 540-1440'],
  },
  'weeks of holiday': {
    ...{ startsAt: '2026-07-20T06:00:00Z', endsAt: '2026-08-31T06:00:00Z' },
    days: ['2026-07-20 480-1080', '2026-08-31 420-480'],
  },
};

it('moves the dates of an installation into the series, in archives too', async () => {
  const server = {
    superuserUrl: inject('superuserUrl'),
    ownerUrl: inject('ownerUrl'),
    appUrl: inject('appUrl'),
  };
  const database = await createDatabase(server, { template: 'blank' });
  const before = await mkdtemp(join(tmpdir(), 'werkraum-migrations-'));
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  try {
    for (const name of [...(await listMigrations(ALL)), 'migration_lock.toml'])
      if (name < THIS || name.endsWith('.toml'))
        await cp(join(ALL, name), join(before, name), { recursive: true });
    await migrate({ ownerUrl: database.ownerUrl, migrationsDir: before });
    await owner.connect();
    const [programmeId, cohortId] = [newId(), newId()];
    await owner.query(
      `INSERT INTO programme (id, name, "createdAt") VALUES ($1, 'Programm', now())`,
      [programmeId],
    );
    await owner.query(
      `INSERT INTO cohort (id, "programmeId", name, state, "createdAt", "timeZone")
       VALUES ($1, $2, 'Durchgang', 'closed', now(), 'Europe/Berlin')`,
      [cohortId, programmeId],
    );
    for (const [title, { startsAt, endsAt }] of Object.entries(cases))
      await owner.query(
        `INSERT INTO cohort_date ("cohortId", id, title, place, "startsAt", "endsAt")
         VALUES ($1, $2, $3, 'Soest', $4, $5)`,
        [cohortId, newId(), title, startsAt, endsAt],
      );
    await owner.query(`UPDATE cohort SET state = 'archived'`);

    await migrate({ ownerUrl: database.ownerUrl, migrationsDir: ALL });

    const { rows } = await owner.query<{ title: string; days: string[] }>(
      `SELECT w.title, array_agg(d.date || ' ' || d."startMinute" || '-' || d."endMinute"
                                 ORDER BY d.position) AS days
         FROM workshop w JOIN workshop_day d ON d."workshopId" = w.id
        WHERE w.kind = 'other' AND w.state = 'fixed' AND w.place = 'Soest' GROUP BY w.id`,
    );
    expect(Object.fromEntries(rows.map(({ title, days }) => [title, days]))).toEqual(
      Object.fromEntries(Object.entries(cases).map(([title, { days }]) => [title, days])),
    );
    await expect(owner.query(`DELETE FROM workshop`)).rejects.toThrow('cohort_archived');
  } finally {
    await owner.end();
    await database.drop();
    await rm(before, { recursive: true });
  }
});
