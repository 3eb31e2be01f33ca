import { createHash } from 'node:crypto';
import pg from 'pg';

/** How large an installation to make. Every fourth topic gets 20 comments, the others 7. */
export interface Size {
  cohorts: number;
  membersPerCohort: number;
  topicsPerCohort: number;
}

export const SMALL: Size = { cohorts: 2, membersPerCohort: 20, topicsPerCohort: 40 };
export const LARGE: Size = { cohorts: 500, membersPerCohort: 20, topicsPerCohort: 200 };

/** One member who is signed in, and a topic of her cohort that has 20 comments. */
export interface SignedIn {
  sessionId: string;
  cohortId: string;
  topicId: string;
  accountId: string;
}

export const sessionIdOf = (number: number): string => `bench-session-${number}`;

/**
 * Fills an empty database with SQL that makes its own rows, cohort by cohort, so that progress can be
 * shown and an interrupted load goes on where it stopped.
 */
export async function fill(
  ownerUrl: string,
  size: Size,
  onProgress: (done: number, all: number) => void,
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(INSTALLATION);
    const { rows } = await client.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM cohort',
    );
    for (let number = rows[0]!.count; number < size.cohorts; number += 1) {
      await client.query('BEGIN');
      await client.query(COHORT.replaceAll(':number', String(number)));
      await client.query(PEOPLE.replaceAll(':number', String(number)), [size.membersPerCohort]);
      await client.query(TOPICS.replaceAll(':number', String(number)), [size.topicsPerCohort]);
      await client.query(COMMENTS.replaceAll(':number', String(number)));
      await client.query('COMMIT');
      onProgress(number + 1, size.cohorts);
    }
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
}

/** Signs `count` different members in, each with a topic to read. */
export async function signIn(ownerUrl: string, count: number): Promise<SignedIn[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ accountId: string; cohortId: string; topicId: string }>(
      `SELECT m."accountId", m."cohortId",
              (SELECT t.id FROM topic t WHERE t."cohortId" = m."cohortId" AND t."commentCount" >= 20
                ORDER BY md5(t.id::text || m.id::text) LIMIT 1) AS "topicId"
         FROM membership m WHERE m.role = 'member' ORDER BY md5(m.id::text) LIMIT $1`,
      [count],
    );
    for (const [number, row] of rows.entries()) {
      await client.query(
        `INSERT INTO session ("idHash", "accountId", "createdAt", "expiresAt", device)
         VALUES ($1, $2, now(), now() + interval '14 days', 'Benchmark')
         ON CONFLICT ("idHash") DO UPDATE SET "accountId" = $2, "expiresAt" = now() + interval '14 days'`,
        [createHash('sha256').update(sessionIdOf(number)).digest('hex'), row.accountId],
      );
    }
    return rows.map((row, number) => ({ ...row, sessionId: sessionIdOf(number) }));
  } finally {
    await client.end();
  }
}

// Ids are made from what they stand for, so that the statements can refer to each other's rows.
// Version and variant are set, because the program accepts real UUIDs only.
const id = (text: string) =>
  `overlay(overlay(md5(${text}) placing '4' from 13) placing '8' from 17)::uuid`;

const INSTALLATION = `
  INSERT INTO installation (id, organisation, "contactEmail", "setUpAt", pepper)
  VALUES (1, 'Benchmark', 'bench@example.org', now(), decode(md5('1') || md5('2'), 'hex'))
  ON CONFLICT DO NOTHING;
  INSERT INTO programme (id, name, "createdAt") VALUES (${id(`'programme'`)}, 'Programm', now())
  ON CONFLICT DO NOTHING`;

const COHORT = `
  INSERT INTO cohort (id, "programmeId", name, state, "createdAt")
  VALUES (${id(`'cohort:number'`)}, ${id(`'programme'`)}, 'Durchgang :number', 'closed', now());
  INSERT INTO charter ("cohortId", id, version, "bodyDe", "bodyEn", "publishedAt")
  VALUES (${id(`'cohort:number'`)}, ${id(`'charter:number'`)}, 1, '-', '-', now());
  INSERT INTO team ("cohortId", id, name, "createdAt")
  SELECT ${id(`'cohort:number'`)}, ${id(`'team:number-' || n`)}, 'Ort ' || n, now()
    FROM generate_series(0, 9) n`;

const PEOPLE = `
  WITH people AS (SELECT n, ${id(`'account:number-' || n`)} AS account FROM generate_series(0, $1::int - 1) n),
  accounts AS (
    INSERT INTO account (id, name, "createdAt")
    SELECT account, 'Mitglied :number-' || n, now() FROM people),
  memberships AS (
    INSERT INTO membership ("cohortId", id, "accountId", role, "teamId", "joinedAt")
    SELECT ${id(`'cohort:number'`)}, ${id(`'membership:number-' || n`)}, account, 'member',
           ${id(`'team:number-' || n % 10`)}, now() FROM people)
  INSERT INTO charter_acceptance ("cohortId", "charterId", "accountId", at)
  SELECT ${id(`'cohort:number'`)}, ${id(`'charter:number'`)}, account, now() FROM people`;

const TOPICS = `
  INSERT INTO topic ("cohortId", id, "teamId", "proposedById", state, question, about, "whyNow",
                     tags, minutes, "supportCount", "commentCount", "createdAt", "proposedAt", "changedAt", "activeAt")
  SELECT ${id(`'cohort:number'`)}, ${id(`'topic:number-' || n`)}, ${id(`'team:number-' || n % 10`)},
         ${id(`'account:number-' || n % 20`)}, 'proposed',
         'Wie gewinnen wir Menschen für Aufgabe ' || n || '?',
         '<p>' || repeat('Wir stehen vor einer Frage, die viele Orte kennen. ', 6) || '</p>',
         'Weil der Vorstand im Herbst neu gewählt wird.', ARRAY['Vereine', 'Jugend'], 45, 3,
         CASE WHEN n % 4 = 0 THEN 20 ELSE 7 END,
         now() - n * interval '1 hour', now() - n * interval '1 hour',
         now() - n * interval '1 hour', now() - n * interval '1 hour'
    FROM generate_series(0, $1::int - 1) n`;

const COMMENTS = `
  INSERT INTO comment ("cohortId", id, "topicId", "authorId", body, "createdAt")
  SELECT t."cohortId", ${id(`'comment:number-' || t.id || '-' || n`)}, t.id,
         ${id(`'account:number-' || n % 20`)},
         '<p>' || repeat('Bei uns hat ein kurzes Gespräch mehr bewirkt als jeder Brief. ', 3) || '</p>',
         t."createdAt" + n * interval '1 minute'
    FROM topic t CROSS JOIN generate_series(0, 19) n
   WHERE t."cohortId" = ${id(`'cohort:number'`)} AND n < t."commentCount"`;
