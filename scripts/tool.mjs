// npm run bench, npm run test:firefox: installs and builds what is missing, then runs a TypeScript
// file on Node 24: node scripts/tool.mjs FILE FUNCTION
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { build } from './build.mjs';
import { environment } from './step.mjs';

const [file, name] = process.argv.slice(2);

if (process.env.WERKRAUM_TOOL) await runHere();
else await runOnPinnedNode();

async function runOnPinnedNode() {
  await build().catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
  const env = { ...environment, WERKRAUM_TOOL: '1' };
  const child = spawn('node', process.argv.slice(1), { env, stdio: 'inherit' });
  child.on('exit', (code) => process.exit(code ?? 1));
}

async function runHere() {
  const { createServer } = await import('vite');
  const vite = await createServer({
    configFile: false,
    appType: 'custom',
    resolve: { alias: { $lib: resolve('src/lib') } },
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    const module = await vite.ssrLoadModule(`/${file}`);
    await module[name]();
  } finally {
    await vite.close();
  }
  process.exit(0);
}
