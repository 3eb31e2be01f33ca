import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startServer, temporaryDir } from './factories/server';

/** One built server with the demo's data for all browser tests. */
export default async function setup(): Promise<() => Promise<void>> {
  const port = Number(process.env.WERKRAUM_TEST_PORT);
  const logs = await temporaryDir();
  const logFile = join(logs, 'server.log');
  const server = await startServer({
    ...{ port, logFile, args: ['--demo'] },
    // As in production: what is searched for secrets must be what is really written.
    env: { LOG_LEVEL: 'info' },
  });
  if (!server.output().includes('Werkraum is ready')) throw new Error(server.output());
  process.env.WERKRAUM_TEST_DATA = server.dataDir;
  process.env.WERKRAUM_TEST_LOGS = logs;
  return async () => {
    await server.stop();
    await rm(logs, { recursive: true });
  };
}
