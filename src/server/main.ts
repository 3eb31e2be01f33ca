import { fileURLToPath } from 'node:url';
import { openLog } from '$lib/platform/log.server';
import { StartupError } from '$lib/platform/startup-error';
import type { PagesHandler } from './app';
import { openDatabases } from './databases';
import { openFiles } from './files';
import { requireFreePort } from './port';
import { readSettings, type Settings } from './settings';
import { start } from './start';

// The program: settings, database, server. Everything it opens is closed again in reverse order.

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const say = (line: string) => process.stdout.write(`${line}\n`);

async function run(settings: Settings): Promise<void> {
  const log = openLog(settings.logLevel);
  // From here on, so that a signal during the start leaves no database behind.
  const termination = terminationSignal();
  await requireFreePort(settings.host, settings.port);
  const databases = await openDatabases(settings, here('../migrations'), log);
  try {
    const files = openFiles(settings);
    await files.check();
    const demo = settings.demo ? await import('./demo') : null;
    await demo?.ensureDemo(databases, { ...settings, files });
    // SvelteKit's handler reads these when it is loaded.
    Object.assign(process.env, { ORIGIN: settings.origin, BODY_SIZE_LIMIT: '1M' });
    const running = await start({
      ...settings,
      files,
      databaseUrl: databases.appUrl,
      log,
      clientDir: here('../client'),
      loadPages: async () => {
        const { handler } = (await import(here('../handler.js'))) as { handler: PagesHandler };
        return handler;
      },
    });
    say(`Werkraum is ready: ${settings.origin}`);
    if (running.setupLink) say(`Set it up here, once, within 7 days: ${running.setupLink}`);
    if (demo) say(demo.demoSignIns());
    await termination;
    await running.stop();
  } finally {
    await databases.close();
  }
}

/** Resolves when the machine asks the program to end. A second signal ends it at once. */
function terminationSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
}

try {
  await run(readSettings(process.env, process.argv.slice(2)));
  process.exit(0);
} catch (error) {
  if (!(error instanceof StartupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
