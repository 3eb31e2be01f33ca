import { chromium, type Page } from '@playwright/test';
import pg from 'pg';
import { openThread, write } from '$lib/consultation/thread/open';
import { methodOf } from '$lib/consultation/engine/methods';
import { findEmbeddedPostgres } from '$lib/platform/db/embedded.server';
import { toBase64url } from '$lib/platform/base64url';
import { openAccountKeys, unwrapAccountKey, type UnlockedKeys } from '$lib/vault/account-keys';
import type { StoredContribution } from '$lib/vault/contribution';
import { verifyDirectory, type DirectoryEntry } from '$lib/vault/directory';
import { stretchPassword } from '$lib/vault/stretch';
import { startServer } from '../factories/server';
import { DEMO_PASSWORD, SignInPage } from '../pages/sign-in';

/** How long a thread is opened, and how slow the computer of whoever opens it. */
const CONTRIBUTIONS = 500;
const SLOWDOWN = 4;
const RUNS = 5;
const READER = 'melina.kuhlmann@ahlen.example';

/**
 * On a computer four times slower than this one: signing in (stretching the password), and opening a
 * protected thread of 500 contributions, from the press on its link until the last one can be read.
 */
export async function benchThread(): Promise<void> {
  const server = await startServer({ args: ['--demo'], env: { LOG_LEVEL: 'warn' } });
  const { ownerUrl } = await findEmbeddedPostgres(server.dataDir);
  const database = new pg.Client({ connectionString: ownerUrl });
  await database.connect();
  const browser = await chromium.launch({
    executablePath: process.env['WERKRAUM_CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  try {
    const address = await lengthen(database);
    const context = await browser.newContext({ baseURL: server.origin, locale: 'de-DE' });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    report('stretching the password at sign-in', [await timeToStretch(page)]);
    await page.goto(address);
    await untilLastIsThere(page);
    const times: number[] = [];
    for (let run = 0; run < RUNS; run += 1) times.push(await timeToOpen(page, address));
    report(`opening a thread of ${CONTRIBUTIONS} contributions`, times);
  } finally {
    await browser.close();
    await database.end();
    await server.stop();
  }
}

const report = (what: string, milliseconds: number[]): void => {
  const sorted = milliseconds.toSorted((one, other) => one - other);
  const [least, middle, most] = [sorted[0]!, sorted[sorted.length >> 1]!, sorted.at(-1)!];
  console.log(
    `${what}, ${SLOWDOWN}× slower: ${middle.toFixed(0)} ms (${least.toFixed(0)} to ${most.toFixed(0)})`,
  );
};

/** From the press on the button until the sign-in secret leaves: the parameters fetched, the password stretched. */
async function timeToStretch(page: Page): Promise<number> {
  const signInPage = new SignInPage(page);
  await signInPage.open();
  await signInPage.email.fill(READER);
  await signInPage.password.fill(DEMO_PASSWORD);
  const isSent = page.waitForRequest(/account\.signIn$/);
  const begin = performance.now();
  await signInPage.button.click();
  await isSent;
  const time = performance.now() - begin;
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  return time;
}

const LAST = `Beitrag ${CONTRIBUTIONS}`;

/**
 * Until a page notices, frame by frame, that the last contribution can be read: looking for its text through
 * all of the page, as the tests do, would itself take a fifth of a second on the slow computer.
 */
const untilLastIsThere = (page: Page) =>
  page.waitForFunction(
    (last) => [...document.querySelectorAll('article p')].at(-1)?.textContent?.trim() === last,
    LAST,
  );

async function timeToOpen(page: Page, address: string): Promise<number> {
  await page.goto(address.replace(/\/[^/]+$/, ''));
  const link = page.locator(`a[href="${address}"]`).first();
  await link.waitFor();
  const begin = performance.now();
  await link.click();
  await untilLastIsThere(page);
  return performance.now() - begin;
}

const texts = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value instanceof Uint8Array ? toBase64url(value) : value,
    ]),
  );

async function rowsOf<Row>(database: pg.Client, sql: string, ...values: unknown[]): Promise<Row[]> {
  const { rows } = await database.query(sql, values);
  return rows.map(texts) as Row[];
}

/** Somebody's keys, as her or his browser opens them with the password. */
async function unlock(database: pg.Client, email: string): Promise<UnlockedKeys> {
  const [account] = await rowsOf<Record<string, string> & { stretching: never }>(
    database,
    `SELECT c."accountId", c.stretching, k.id AS "keysId", k."sealingPublic", k."signingPublic",
            k.keyring, s.blob
       FROM credential c JOIN account_keys k ON k."accountId" = c."accountId" AND k."retiredAt" IS NULL
       JOIN key_slot s ON s."keysId" = k.id AND s.kind = 'password' WHERE c.email = $1`,
    email,
  );
  const { accountId, keysId, sealingPublic, signingPublic, keyring, blob } = account! as never as {
    [name: string]: string;
  };
  const { wrappingKey } = await stretchPassword(DEMO_PASSWORD, account!.stretching);
  const slot = { kind: 'password', accountId: accountId!, keysId: keysId! } as const;
  const accountKey = await unwrapAccountKey(blob!, wrappingKey, slot);
  return openAccountKeys(accountKey, accountId!, {
    keysId: keysId!,
    sealingPublic: sealingPublic!,
    signingPublic: signingPublic!,
    keyring: keyring!,
  });
}

/** Makes a consultation of the demo long; leads to the address of its page. */
async function lengthen(database: pg.Client): Promise<string> {
  const keys = await unlock(database, READER);
  const [consultation] = await rowsOf<Record<'id' | 'cohortId' | 'caseGiverId' | 'method', string>>(
    database,
    `SELECT c.id, c."cohortId", c."caseGiverId", c.method, c.phase FROM consultation c
       JOIN consultation_key k ON k."consultationId" = c.id AND k."accountId" = $1
      WHERE c.state = 'running' LIMIT 1`,
    keys.accountId,
  );
  const { id, cohortId, caseGiverId, method } = consultation!;
  const entries = await rowsOf<DirectoryEntry>(
    database,
    `SELECT sequence, previous, kind, "accountId", "keysId", "sealingPublic", "signingPublic",
            (extract(epoch FROM at) * 1000)::float8 AS at, signature, hash
       FROM key_directory_entry WHERE "cohortId" = $1 ORDER BY sequence`,
    cohortId,
  );
  const directory = await verifyDirectory(cohortId, entries, null);
  const contributions = await rowsOf<StoredContribution>(
    database,
    `SELECT *, "consultationId" AS "threadId", $2::text AS method FROM contribution
      WHERE "consultationId" = $1 ORDER BY position`,
    id,
    method,
  );
  const thread = await openThread<StoredContribution>(
    keys,
    directory,
    {
      ...{ consultationId: id, caseGiverId, contributions },
      epochs: await rowsOf(
        database,
        'SELECT * FROM consultation_epoch WHERE "consultationId" = $1 ORDER BY epoch',
        id,
      ),
      sealed: await rowsOf(
        database,
        'SELECT * FROM consultation_key WHERE "consultationId" = $1',
        id,
      ),
    },
    null,
  );
  const phase = methodOf(method).phases.find(({ key }) => key === 'advice')!.key;
  for (let number = contributions.length + 1; number <= CONTRIBUTIONS; number += 1) {
    const text = `Beitrag ${number}`;
    const one = await write(thread, keys, { method, phase, round: 0, kind: 'advice' }, text);
    thread.contributions.push({ ...one, text, isWithdrawn: false, attachments: [] });
    const bytes = (encoded: string) => Buffer.from(encoded, 'base64url');
    await database.query(
      `INSERT INTO contribution ("cohortId", id, "consultationId", "authorId", "keysId", epoch, phase,
         round, kind, sequence, "previousOwn", seen, "blobHash", hash, blob, signature, "createdAt", position)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 0, 'advice', $8, $9, $10, $11, $12, $13, $14, now(), $15)`,
      [
        ...[cohortId, one.id, id, one.authorId, one.keysId, one.epoch, phase, one.sequence],
        ...[bytes(one.previousOwn), bytes(one.seen), bytes(one.blobHash), bytes(one.hash)],
        ...[bytes(one.blob!), bytes(one.signature), number],
      ],
    );
  }
  return `/cohorts/${cohortId}/consultations/${id}`;
}
