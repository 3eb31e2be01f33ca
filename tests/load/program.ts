import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

export type Urls = { ownerUrl: string; appUrl: string };

/** The built program in a process of its own, as it is run in earnest, on a database that is there. */
export async function startProgram({ ownerUrl, appUrl }: Urls) {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const startedAt = performance.now();
  const server = spawn(process.execPath, ['build/server/main.js', '--port', String(port)], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
      DATABASE_URL: appUrl,
      DATABASE_OWNER_URL: ownerUrl,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await readyLine(server);
  return {
    origin,
    pid: server.pid!,
    startMilliseconds: Math.round(performance.now() - startedAt),
    async stop() {
      server.kill('SIGTERM');
      await once(server, 'exit');
    },
  };
}

function readyLine(server: ChildProcess): Promise<void> {
  return new Promise((resolvePromise, reject) => {
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    server.stdout!.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('Werkraum is ready')) resolvePromise();
    });
  });
}

const freePort = (): Promise<number> =>
  new Promise((resolvePromise) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolvePromise(port));
    });
  });
