// npm run bench: builds what is missing, then measures the built program beside its floors.
import { createServer } from 'vite';
import { build } from './build.mjs';

await build();
const vite = await createServer({
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, ws: false },
});
const { bench } = await vite.ssrLoadModule('/tests/load/bench.ts');
await bench();
await vite.close();
process.exit(0);
