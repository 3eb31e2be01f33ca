import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import pg from 'pg';
import { newId } from '$lib/platform/id';
import { startEmbeddedPostgres } from '$lib/platform/db/embedded.server';
import { migrate } from '$lib/platform/db/migrate.server';
import { releaseColumns } from '$lib/practice/ladder/release';
import { cannon, printTable, progress, queryOf, type Target } from './cannon';
import { fill, signIn, type SignedIn } from './fill';
import { FREQUENT, practiceText, randomFrom, RARE } from './practice-texts';
import { startProgram } from './program';

const DIRECTORY = resolve('.werkraum-bench/practices');
const CONNECTIONS = 10;
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 8);
const EVERYWHERE = 50;
const AT_ONCE = 250;
const log = { info() {}, warn: console.warn, error: console.error };

/** 20,000 examples: half of them in one cohort, which is more than any will have, half in 100 others. */
const SIZE = { cohorts: 101, membersPerCohort: 20, topicsPerCohort: 20 };
const IN_LARGEST = 10_000;
const IN_OTHERS = 100;
/** So that a team of the largest cohort has no more of them than a busy one would. */
const TEAMS_IN_LARGEST = 200;

/** Searching among 20,000 examples that are shown, as the list does and as the search of a cohort does. */
export async function benchPracticeSearch(): Promise<void> {
  mkdirSync(DIRECTORY, { recursive: true });
  const postgres = await startEmbeddedPostgres({ dataDir: DIRECTORY, log });
  try {
    await migrate({ ownerUrl: postgres.ownerUrl, migrationsDir: 'prisma/migrations' });
    await fill(postgres.ownerUrl, SIZE, (done, all) => progress('practices: cohorts', done, all));
    const largest = await fillPractices(postgres.ownerUrl);
    const members = await signIn(postgres.ownerUrl, SIZE.cohorts * SIZE.membersPerCohort);
    const isInLargest = ({ cohortId }: SignedIn) => cohortId === largest;
    const program = await startProgram(postgres);
    try {
      const rows: string[][] = [];
      for (const [where, some] of [
        [`${IN_OTHERS} of 20,000`, members.filter((one) => !isInLargest(one)).slice(0, EVERYWHERE)],
        [`${IN_LARGEST} of 20,000`, members.filter(isInLargest)],
      ] as const)
        for (const [how, words] of [
          ['frequent words', FREQUENT],
          ['rare words', RARE],
        ] as const)
          for (const target of targetsFor(how, words)) {
            await cannon(program.origin, target, some, CONNECTIONS, 2);
            const { p50, p99, perSecond } = await cannon(
              program.origin,
              target,
              some,
              CONNECTIONS,
              SECONDS,
            );
            rows.push([where, target.name, ...[p50, p99, perSecond].map((one) => one.toFixed(0))]);
          }
      printTable([['in the cohort', 'search', 'p50 ms', 'p99 ms', '/s'], ...rows]);
    } finally {
      await program.stop();
    }
  } finally {
    await postgres.stop();
  }
}

/** Each member looks for another of the words; the list also as a page and with a filter. */
function targetsFor(how: string, words: readonly string[]): Target[] {
  const eachOther = (path: (cohortId: string, q: string) => string) => {
    let number = 0;
    return ({ cohortId }: SignedIn) => path(cohortId, words[number++ % words.length]!);
  };
  return [
    {
      name: `list, ${how}`,
      path: eachOther(
        (cohortId, q) => `/trpc/practice.list?input=${queryOf({ cohortId, q, sort: 'newest' })}`,
      ),
    },
    {
      name: `list, ${how}, one filter`,
      path: eachOther(
        (cohortId, q) => `/trpc/practice.list?input=${queryOf({ cohortId, q, kind: 'failed' })}`,
      ),
    },
    {
      name: `list, ${how} (HTML)`,
      path: eachOther((cohortId, q) => `/cohorts/${cohortId}/practices?q=${encodeURIComponent(q)}`),
    },
    {
      name: `cohort, ${how}`,
      path: eachOther((cohortId, q) => `/trpc/search.find?input=${queryOf({ cohortId, q })}`),
    },
    {
      name: `cohort, ${how} (HTML)`,
      path: eachOther((cohortId, q) => `/cohorts/${cohortId}/search?q=${encodeURIComponent(q)}`),
    },
  ];
}

/** Goes on where it was interrupted; leads to the cohort with most of the examples. */
async function fillPractices(ownerUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(TEAMS, [TEAMS_IN_LARGEST]);
    const { rows: cohorts } = await client.query<{ id: string; teams: string[]; count: number }>(
      `SELECT c.id, array_agg(t.id ORDER BY t.id) AS teams,
              (SELECT count(*)::int FROM practice_release r WHERE r."cohortId" = c.id) AS count
         FROM cohort c JOIN team t ON t."cohortId" = c.id GROUP BY c.id ORDER BY c.id`,
    );
    const all = IN_LARGEST + (cohorts.length - 1) * IN_OTHERS;
    let done = 0;
    for (const [number, { id, teams, count }] of cohorts.entries()) {
      const wanted = number === 0 ? IN_LARGEST : IN_OTHERS;
      for (let first = count; first < wanted; first += AT_ONCE) {
        const random = randomFrom(number * IN_LARGEST + first);
        const rows = Array.from({ length: Math.min(AT_ONCE, wanted - first) }, (_, index) => ({
          id: newId(),
          teamId: teams[(first + index) % teams.length],
          ...releaseColumns(practiceText(random)),
        }));
        await client.query(PRACTICES, [id, JSON.stringify(rows), first]);
        progress('practices: examples', done + first + rows.length, all);
      }
      done += wanted;
    }
    await client.query('VACUUM ANALYZE');
    return cohorts[0]!.id;
  } finally {
    await client.end();
  }
}

const TEAMS = `
  INSERT INTO team ("cohortId", id, name, "createdAt")
  SELECT c.id, gen_random_uuid(), 'Gemeinde ' || n, now()
    FROM (SELECT id FROM cohort ORDER BY id LIMIT 1) c, generate_series(11, $1::int) n
   WHERE (SELECT count(*) FROM team t WHERE t."cohortId" = c.id) < $1`;

const PRACTICES = `
  WITH one AS (
    SELECT *, now() - ($3::int + row_number() OVER ()) * interval '1 hour' AS at
      FROM jsonb_to_recordset($2::jsonb) AS one (
             id uuid, "teamId" uuid, content jsonb, gist text, kind text, "townSize" text,
             "costBand" text, evidence int, tags text[], language text)),
  practices AS (
    INSERT INTO practice ("cohortId", id, "teamId", content, "createdAt", "changedAt")
    SELECT $1, id, "teamId", content, at, at FROM one)
  INSERT INTO practice_release ("cohortId", "practiceId", rung, "teamId", content, "fromVersion", "firstAt",
                                "releasedAt", gist, kind, "townSize", "costBand", evidence, tags, language)
  SELECT $1, id, 'cohort', "teamId", content, 1, at, at, gist, kind, "townSize", "costBand", evidence,
         tags, language FROM one`;
