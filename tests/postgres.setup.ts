import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../src/lib/platform/db/embedded.server';
import { migrate } from '../src/lib/platform/db/migrate.server';
import { createDatabase } from './factories/database';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Connects the superuser of the test server: only to make databases. */
    superuserUrl: string;
    ownerUrl: string;
    appUrl: string;
  }
}

/** One real PostgreSQL for all tests; each test file works in a database of its own. */
export default async function setup(project: TestProject) {
  const dir = await mkdtemp(join(tmpdir(), 'werkraum-tests-'));
  await chmod(dir, 0o755);
  const dataDir = join(dir, 'data');
  const log = { info() {}, warn: console.warn, error: console.error };
  const postgres = await startEmbeddedPostgres({ dataDir, log });
  const urls = {
    superuserUrl: await superuserUrl(dataDir, postgres.ownerUrl),
    ownerUrl: postgres.ownerUrl,
    appUrl: postgres.appUrl,
  };
  await createDatabase(urls, { name: 'blank', template: 'werkraum' });
  await migrate({ ownerUrl: postgres.ownerUrl, migrationsDir: 'prisma/migrations' });
  for (const [name, url] of Object.entries(urls)) project.provide(name as keyof typeof urls, url);
  return async () => {
    await postgres.stop();
    await rm(dir, { recursive: true });
  };
}

async function superuserUrl(dataDir: string, ownerUrl: string): Promise<string> {
  const file = join(dataDir, 'postgres', 'passwords.json');
  const passwords = JSON.parse(await readFile(file, 'utf8'));
  const url = new URL(ownerUrl);
  url.username = 'postgres';
  url.password = passwords.postgres;
  return url.href;
}
