import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { FileStore } from '$lib/platform/files/store.server';
import { StartupError } from '$lib/platform/startup-error';
import { demoContent } from '../../prisma/demo/content/index';
import { loadDemo } from '../../prisma/demo/load/load';
import { DEMO_PASSWORD } from '../../prisma/demo/load/stage';
import type { Databases } from './databases';

/** Stands in the data directory while the demo is loaded, so that a broken-off load is seen. */
const UNFINISHED = 'demo.unfinished';

/** Loads the demo once; one that was broken off begins anew. */
export async function ensureDemo(
  databases: Databases,
  { dataDir, origin, files }: { dataDir: string; origin: string; files: FileStore },
): Promise<void> {
  const marker = join(dataDir, UNFINISHED);
  if (existsSync(marker)) await empty(databases.ownerUrl);
  const state = await stateOf(databases.ownerUrl);
  if (state === 'demo') return;
  if (state === 'real')
    throw new StartupError(
      'settings_invalid',
      'This installation is in use: the demo needs a data directory of its own (--data-dir).',
    );
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(marker, '');
  await loadDemo({ ...databases, files }, origin, showProgress);
  rmSync(marker);
}

async function stateOf(ownerUrl: string): Promise<'empty' | 'demo' | 'real'> {
  return asOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ isDemo: boolean; isSetUp: boolean }>(
      'SELECT "isDemo", "setUpAt" IS NOT NULL AS "isSetUp" FROM installation',
    );
    const [installation] = rows;
    if (!installation?.isSetUp) return 'empty';
    return installation.isDemo ? 'demo' : 'real';
  });
}

const empty = (ownerUrl: string): Promise<void> =>
  asOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT quote_ident(tablename) AS name FROM pg_tables
        WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
    );
    await client.query(`TRUNCATE ${rows.map(({ name }) => name).join(', ')} CASCADE`);
  });

async function asOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function showProgress(done: number, all: number): void {
  if (!process.stdout.isTTY) {
    if (done === all) process.stdout.write(`  Loading the demo cohort … done (${all} steps)\n`);
    return;
  }
  const filled = Math.round((done / all) * 30);
  const bar = '█'.repeat(filled).padEnd(30, '░');
  process.stdout.write(
    `\r  Loading the demo cohort ${bar} ${done}/${all}${done === all ? '\n' : ''}`,
  );
}

/** The table of demo sign-ins: role, e-mail address, password. */
export function demoSignIns(): string {
  const rows = demoContent.signIns.map(({ person, as }) => {
    const { email, displayName } = demoContent.people.find(({ key }) => key === person)!;
    return [as.en, displayName, email, DEMO_PASSWORD];
  });
  const table = [['role', 'name', 'e-mail address', 'password'], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => row[column]!.length)));
  return table
    .map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`)
    .join('\n');
}
