import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface ServerProcess {
  origin: string;
  port: number;
  dataDir: string;
  pid: number;
  /** What it has printed so far. */
  output(): string;
  /** Resolves with the exit code once it has ended. */
  ended: Promise<number | null>;
  stop(): Promise<void>;
}

/**
 * The built server as a process of its own, on a port that nobody uses. Without `dataDir` it gets a
 * new directory, which goes away with it.
 */
export async function startServer(
  options: {
    args?: string[];
    dataDir?: string;
    env?: Record<string, string>;
    port?: number;
    /** Where everything that it prints is written to as well. */
    logFile?: string;
  } = {},
): Promise<ServerProcess> {
  const port = options.port ?? (await freePort());
  const dataDir = options.dataDir ?? (await temporaryDir());
  const args = [`--port=${port}`, `--data-dir=${dataDir}`, ...(options.args ?? [])];
  const child = spawn(process.execPath, [resolve('build/server/main.js'), ...args], {
    env: { ...process.env, NODE_ENV: 'production', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const isReady = new Promise<void>((done) => {
    const read = (chunk: Buffer) => {
      printed += chunk;
      if (options.logFile) appendFileSync(options.logFile, chunk);
      if (printed.includes('Werkraum is ready:')) done();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
  });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  await Promise.race([isReady, ended]);
  return {
    origin: `http://localhost:${port}`,
    port,
    dataDir,
    pid: child.pid!,
    output: () => printed,
    ended,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      if (!options.dataDir) await rm(dataDir, { recursive: true });
    },
  };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** A directory that the database's own user can reach too. */
export async function temporaryDir(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'werkraum-server-'));
  await chmod(dir, 0o755);
  return dir;
}
