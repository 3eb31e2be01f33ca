import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { StartupError } from '../startup-error';
import type { Binaries } from './embedded-binaries.server';
import { connectionString, DATABASE, type Home } from './embedded-home.server';
import { startPostmaster } from './embedded-postmaster.server';
import type { PostgresUser } from './embedded-user.server';

// Code point order does not change with the operating system's libraries, so no index ever goes
// bad by an update. Lists for people are sorted with "de-x-icu" or "en-x-icu" where they are read.
const INITDB_FLAGS = [
  '--username=postgres',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--no-instructions',
];

const EXTENSIONS = ['pg_trgm', 'unaccent'];

/**
 * Makes the cluster of a first start: initdb, roles, database, extensions. All of it happens beside
 * the final place, so that a start which was interrupted half-way simply begins anew.
 */
export async function ensureCluster(
  home: Home,
  binaries: Binaries,
  user: PostgresUser | undefined,
): Promise<void> {
  if (existsSync(home.clusterDir)) return;
  const unfinished = `${home.clusterDir}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await initialise(home, unfinished, binaries, user);
  const postmaster = await startPostmaster(home, unfinished, binaries, user);
  try {
    await createRolesAndDatabase(home);
  } finally {
    await postmaster.stop();
  }
  await rename(unfinished, home.clusterDir);
}

async function initialise(
  home: Home,
  clusterDir: string,
  binaries: Binaries,
  user: PostgresUser | undefined,
): Promise<void> {
  const passwordFile = join(home.dir, 'initdb-password');
  await writeFile(passwordFile, home.passwords.postgres, { mode: 0o600 });
  if (user) await chown(passwordFile, user.uid, user.gid);
  const flags = [...INITDB_FLAGS, `--pwfile=${passwordFile}`, `--pgdata=${clusterDir}`];
  const child = spawn(binaries.initdb, flags, {
    cwd: home.dir,
    env: { LC_ALL: 'C', PATH: process.env.PATH },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(user && { uid: user.uid, gid: user.gid }),
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const exitCode = await new Promise<number | null>((resolve) => {
    child.once('error', (error) => ((output += error.message), resolve(null)));
    child.once('close', resolve);
  });
  await rm(passwordFile);
  if (exitCode !== 0) {
    const reason = output.trim().split('\n').at(-1);
    throw new StartupError('database_failed', `The database cannot be made: ${reason}`);
  }
}

async function createRolesAndDatabase(home: Home): Promise<void> {
  const { werkraum_owner: owner, werkraum_server: server } = home.passwords;
  await runSql(home, 'postgres', [
    `CREATE ROLE werkraum_app NOLOGIN`,
    `CREATE ROLE werkraum_owner LOGIN PASSWORD ${pg.escapeLiteral(owner)}`,
    `CREATE ROLE werkraum_server LOGIN IN ROLE werkraum_app PASSWORD ${pg.escapeLiteral(server)}`,
    `CREATE DATABASE ${DATABASE} OWNER werkraum_owner`,
  ]);
  await runSql(
    home,
    DATABASE,
    EXTENSIONS.map((extension) => `CREATE EXTENSION ${extension}`),
  );
}

async function runSql(home: Home, database: string, statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: connectionString(home, 'postgres', database) });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
