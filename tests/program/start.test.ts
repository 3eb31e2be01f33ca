import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findEmbeddedPostgres } from '$lib/platform/db/embedded.server';
import { freePort, startServer, temporaryDir } from '../factories/server';

let dir: string;
beforeAll(async () => {
  dir = await temporaryDir();
});
afterAll(() => rm(dir, { recursive: true }));

const UNREACHABLE = 'postgresql://someone:secret@127.0.0.1:1/werkraum';

describe('the program says in one sentence why it cannot start', () => {
  it('when its port is taken', async () => {
    const port = await freePort();
    const other = await listenOn(port);
    const dataDir = join(dir, 'port-taken');
    const sentence = await failure({ port, dataDir });
    expect(sentence).toContain(`Port ${port} is in use`);
    expect(existsSync(dataDir)).toBe(false);
    await new Promise((done) => other.close(done));
  });

  it('when its data directory is in use', async () => {
    const dataDir = join(dir, 'in-use');
    const running = await startServer({ dataDir });
    expect(await failure({ dataDir })).toContain('is in use by another process');
    await running.stop();
  });

  it('when its data directory cannot be written to', async () => {
    const file = join(dir, 'file');
    await writeFile(file, '');
    expect(await failure({ dataDir: join(file, 'below') })).toContain('cannot be written to');
  });

  it('when its database cannot be reached', async () => {
    const env = { DATABASE_URL: UNREACHABLE, DATABASE_OWNER_URL: UNREACHABLE };
    const sentence = await failure({ dataDir: join(dir, 'external'), env });
    expect(sentence).toContain('127.0.0.1');
    expect(sentence).not.toContain('secret');
  });

  it('when its database is newer', async () => {
    const dataDir = join(dir, 'newer');
    await mkdir(dataDir);
    const running = await startServer({ dataDir });
    const { ownerUrl } = await findEmbeddedPostgres(dataDir);
    const client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ('later', '', '99990101000000_later', now(), 1)`,
    );
    await client.end();
    await running.stop();
    expect(await failure({ dataDir })).toContain('newer than this program');
  });

  it('when its host is elsewhere', async () => {
    const env = { HOST: '192.0.2.1' };
    const sentence = await failure({ dataDir: join(dir, 'host'), env });
    expect(sentence).toContain('192.0.2.1 is no address of this machine');
  });

  it('when a setting is wrong', async () => {
    const env = { SMTP_URL: 'mail.example' };
    expect(await failure({ dataDir: join(dir, 'smtp'), env })).toMatch(/^SMTP_URL /);
  });
});

/** Starts the program, which must end by itself with exit code 1 and one sentence. */
async function failure(options: Parameters<typeof startServer>[0]): Promise<string> {
  const server = await startServer({ ...options, env: { LOG_LEVEL: 'error', ...options?.env } });
  expect(server.output()).not.toContain('is ready');
  expect(await server.ended).toBe(1);
  expect(server.output().trim().split('\n')).toHaveLength(1);
  return server.output();
}

async function listenOn(port: number): Promise<Server> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(port, 'localhost', done));
  return server;
}
