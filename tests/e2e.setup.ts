import { startServer } from './factories/server';

/** One built server with the demo's data for all browser tests. */
export default async function setup(): Promise<() => Promise<void>> {
  const port = Number(process.env.WERKRAUM_TEST_PORT);
  const server = await startServer({ port, args: ['--demo'], env: { LOG_LEVEL: 'warn' } });
  if (!server.output().includes('Werkraum is ready')) throw new Error(server.output());
  process.env.WERKRAUM_TEST_DATA = server.dataDir;
  return () => server.stop();
}
