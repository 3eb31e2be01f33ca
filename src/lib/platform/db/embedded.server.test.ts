import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded.server';

const silent = { info() {}, warn() {}, error() {} };

let dir: string;
let dataDir: string;
let program: string;
const running: EmbeddedPostgres[] = [];

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'werkraum-embedded-'));
  await chmod(dir, 0o755);
  dataDir = join(dir, 'data');
  program = await bundleProgram();
  const first = await startEmbeddedPostgres({ dataDir, log: silent });
  await first.stop();
}, 60_000);

afterEach(async () => {
  for (const postgres of running.splice(0)) await postgres.stop();
});

afterAll(async () => {
  await rm(dir, { recursive: true });
});

async function start() {
  const postgres = await startEmbeddedPostgres({ dataDir, log: silent });
  running.push(postgres);
  return postgres;
}

describe('the embedded PostgreSQL', () => {
  it('starts in less than 0.3 seconds once it is set up', async () => {
    const startedAt = performance.now();
    await start();
    expect(performance.now() - startedAt).toBeLessThan(300);
  });

  it('gives an owner that migrates and an application role, neither of which passes row-level security', async () => {
    const { ownerUrl, appUrl } = await start();
    const facts = `SELECT current_user AS name, rolsuper, rolbypassrls, rolcreaterole,
      pg_has_role(current_user, 'werkraum_app', 'member') AS "isApp",
      (SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()) AS owner
      FROM pg_roles WHERE rolname = current_user`;
    const common = { rolsuper: false, rolbypassrls: false, rolcreaterole: false };
    expect(await query(ownerUrl, facts)).toEqual([
      { ...common, name: 'werkraum_owner', isApp: false, owner: 'werkraum_owner' },
    ]);
    expect(await query(appUrl, facts)).toEqual([
      { ...common, name: 'werkraum_server', isApp: true, owner: 'werkraum_owner' },
    ]);
    await expect(query(appUrl, 'CREATE TABLE own (id int)')).rejects.toThrow('permission denied');
  });

  it('writes durably, knows umlauts, and has the extensions that search needs', async () => {
    const { appUrl } = await start();
    expect(
      await query(
        appUrl,
        `SELECT current_setting('fsync') AS fsync, current_setting('server_encoding') AS encoding,
          lower('ÄÖÜ') AS lower, unaccent('Größe') AS plain, similarity('Ehrenamt', 'Ehrenamt') AS alike,
          to_tsvector('german', 'ÄRGERLICHE Bürger')::text AS words, 'z' < 'ä' COLLATE "de-x-icu" AS "sortsAe"`,
      ),
    ).toEqual([
      {
        fsync: 'on',
        encoding: 'UTF8',
        lower: 'äöü',
        plain: 'Grosse',
        alike: 1,
        words: "'arg':1 'burg':2",
        sortsAe: false,
      },
    ]);
  });

  it('keeps its passwords from other users of the machine', async () => {
    const passwords = await stat(join(dataDir, 'postgres', 'passwords.json'));
    expect(passwords.mode & 0o777).toBe(0o600);
  });

  it('refuses a data directory that another process uses', async () => {
    await start();
    await expect(startEmbeddedPostgres({ dataDir, log: silent })).rejects.toMatchObject({
      code: 'data_dir_in_use',
    });
  });

  it('says so when the data directory is a file', async () => {
    const file = join(dir, 'file');
    await writeFile(file, '');
    await expect(startEmbeddedPostgres({ dataDir: file, log: silent })).rejects.toMatchObject({
      code: 'data_dir_not_writable',
    });
  });

  it.runIf(process.getuid?.() === 0)(
    'finds a place where root keeps its files to itself',
    async () => {
      const hidden = await mkdtemp(join(tmpdir(), 'werkraum-hidden-'));
      const postgres = await startEmbeddedPostgres({ dataDir: hidden, log: silent });
      try {
        expect(await query(postgres.appUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
      } finally {
        await postgres.stop();
        await rm(await realpath(join(hidden, 'postgres')), { recursive: true });
        await rm(hidden, { recursive: true });
      }
    },
  );

  it('starts PostgreSQL again when it dies, under the same address', async () => {
    const { appUrl } = await start();
    const before = await query(appUrl, 'SELECT pg_postmaster_start_time()::text AS at');
    process.kill(await postmasterPid(), 'SIGKILL');
    await expect
      .poll(
        () => query(appUrl, 'SELECT pg_postmaster_start_time()::text AS at').catch(() => before),
        {
          timeout: 20_000,
        },
      )
      .not.toEqual(before);
  }, 30_000);
});

describe('after kill -9', () => {
  it.each([
    ['of the program', ['program']],
    ['of the program, then of PostgreSQL', ['program', 'postmaster']],
    ['of PostgreSQL, then of the program', ['postmaster', 'program']],
  ])(
    '%s, the next start finds every confirmed row',
    async (_, victims) => {
      const child = spawn(process.execPath, [program, dataDir], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const confirmed = await rowsConfirmedBy(child, 50);
      const pid = await postmasterPid();
      for (const victim of victims) {
        if (victim === 'program') child.kill('SIGKILL');
        else process.kill(pid, 'SIGKILL');
      }
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      const { ownerUrl } = await start();
      const rows = await query(ownerUrl, 'SELECT id FROM written');
      expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining(confirmed));
      await query(ownerUrl, 'DROP TABLE written');
    },
    30_000,
  );

  it('is not misled when the process id of the old server belongs to another process', async () => {
    const stranger = spawn('sleep', ['60']);
    const pidFile = join(dataDir, 'postgres', 'cluster', 'postmaster.pid');
    await writeFile(pidFile, `${stranger.pid}\n${dataDir}\n0\n5432\n\n\n0 0\nready\n`);
    const { appUrl } = await start();
    expect(await query(appUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(stranger.exitCode).toBeNull();
    stranger.kill();
  });
});

async function query(connectionString: string, sql: string) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function postmasterPid() {
  const file = join(dataDir, 'postgres', 'cluster', 'postmaster.pid');
  return Number((await readFile(file, 'utf8')).split('\n')[0]);
}

async function rowsConfirmedBy(child: ChildProcess, count: number): Promise<number[]> {
  const confirmed: number[] = [];
  for await (const chunk of child.stdout!) {
    for (const line of String(chunk).split('\n').filter(Boolean)) confirmed.push(Number(line));
    if (confirmed.length >= count) break;
  }
  return confirmed;
}

async function bundleProgram(): Promise<string> {
  const outDir = resolve('node_modules/.cache/embedded-fixture');
  await build({
    configFile: false,
    logLevel: 'silent',
    build: { ssr: join(import.meta.dirname, 'embedded.fixture.ts'), outDir, emptyOutDir: true },
  });
  return join(outDir, 'embedded.fixture.js');
}
