import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { findEmbeddedPostgres } from '../../src/lib/platform/db/embedded.server';

/** What a browser holds that is signed in; Playwright's `storageState`. */
export interface SignedInState {
  cookies: {
    name: string;
    value: string;
    domain: string;
    path: string;
    expires: number;
    httpOnly: boolean;
    secure: boolean;
    sameSite: 'Lax';
  }[];
  origins: [];
}

async function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const { ownerUrl } = await findEmbeddedPostgres(process.env.WERKRAUM_TEST_DATA!);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Signs somebody of the demo in without the password, whose stretching takes seconds. For tests that
 * look at pages; signing in itself is tested with the form.
 */
export async function signedInState(email: string): Promise<SignedInState> {
  const value = randomBytes(20).toString('hex');
  await asOwner((client) =>
    client.query(
      `INSERT INTO session ("idHash", "accountId", "createdAt", "expiresAt", device)
       SELECT $1, "accountId", now(), now() + interval '14 days', 'Test' FROM credential WHERE email = $2`,
      [createHash('sha256').update(value).digest('hex'), email],
    ),
  );
  const place = { domain: 'localhost', path: '/', httpOnly: true, secure: false } as const;
  return {
    cookies: [{ name: 'session', value, expires: -1, sameSite: 'Lax', ...place }],
    origins: [],
  };
}

/**
 * People of the demo who read English, one of them an administrator: for pages that are looked at in
 * both languages. No other browser test signs one of them in.
 */
export const readersOfTwoLanguages = (people: {
  english: string[];
  organiser: string;
  administrator: string;
}): Promise<void> =>
  asOwner(async (client) => {
    const account = `(SELECT "accountId" FROM credential WHERE email = $1)`;
    for (const email of people.english)
      await client.query(`UPDATE account SET locale = 'en' WHERE id = ${account}`, [email]);
    await client.query(`UPDATE account SET "isAdministrator" = true WHERE id = ${account}`, [
      people.administrator,
    ]);
    await client.query(
      `INSERT INTO membership (id, "cohortId", "accountId", role, "joinedAt")
       SELECT gen_random_uuid(), m."cohortId", m."accountId", 'organiser', now() FROM membership m
        WHERE m."accountId" = ${account} AND m.role = 'moderator' AND m."endedAt" IS NULL
          AND NOT EXISTS (SELECT 1 FROM membership o WHERE o."cohortId" = m."cohortId"
                             AND o."accountId" = m."accountId" AND o.role = 'organiser')`,
      [people.organiser],
    );
  });

/** Somebody of the demo is an expert of her or his cohort as well. */
export const alsoExpert = (email: string): Promise<void> =>
  asOwner(async (client) => {
    await client.query(
      `INSERT INTO membership (id, "cohortId", "accountId", role, "joinedAt")
       SELECT gen_random_uuid(), m."cohortId", m."accountId", 'expert', now()
         FROM membership m JOIN credential c USING ("accountId") WHERE c.email = $1`,
      [email],
    );
  });
