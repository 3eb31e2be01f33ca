// Runs inside npm run dev, on Node 24: Vite compiles the server's files as well as the pages', and
// the server starts again (its database stays) when one of its files changes.
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'vite';

const RESTART_DELAY_MS = 50;

// Vite's messages travel over the program's own port: the Content-Security-Policy allows no other.
const hub = createHttpServer();
const vite = await createServer({
  appType: 'custom',
  server: { middlewareMode: true, hmr: { server: hub } },
});
const load = (file) => vite.ssrLoadModule(`/src/${file}`);

let databases;
let running;
try {
  const { readSettings } = await load('server/settings.ts');
  const { openLog } = await load('lib/platform/log.server.ts');
  const { openDatabases } = await load('server/databases.ts');
  const settings = readSettings(process.env, process.argv.slice(2));
  const log = openLog(settings.logLevel);
  databases = await openDatabases(settings, 'prisma/migrations', log);
  await serve(settings, log);
  console.log(`Werkraum is ready: ${settings.origin} (development)`);
  restartOnChange(settings, log);
} catch (error) {
  await stop();
  if (error.name !== 'StartupError') throw error;
  console.error(error.message);
  process.exit(1);
}

for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, async () => {
    await stop();
    process.exit(0);
  });
}

async function serve(settings, log) {
  const { start } = await load('server/start.ts');
  const { openFiles } = await load('server/files.ts');
  running = await start({
    ...settings,
    files: openFiles(settings),
    databaseUrl: databases.appUrl,
    log,
    clientDir: null,
    loadPages: async () => (request, response) => vite.middlewares(request, response),
  });
  running.app.server.on('upgrade', (...args) => hub.emit('upgrade', ...args));
}

function restartOnChange(settings, log) {
  let timer;
  let restarting = Promise.resolve();
  const restart = async () => {
    await running?.stop();
    running = undefined;
    await serve(settings, log).then(
      () => console.log('The server runs with the change.'),
      (error) => console.error(error),
    );
  };
  vite.watcher.on('change', (file) => {
    const isOfServer = /\/src\/(server\/.+|lib\/.+\.server)\.ts$/.test(file);
    if (!isOfServer) return;
    clearTimeout(timer);
    timer = setTimeout(() => (restarting = restarting.then(restart)), RESTART_DELAY_MS);
  });
}

async function stop() {
  await running?.stop();
  await databases?.close();
  await vite.close();
}
