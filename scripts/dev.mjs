// npm run dev: the program with hot reload for pages and server.
import { spawn } from 'node:child_process';
import { prepare } from './prepare.mjs';
import { environment } from './step.mjs';

await prepare().catch((error) => {
  console.error(error.message);
  process.exit(1);
});

const args = ['scripts/dev-server.mjs', ...process.argv.slice(2)];
const server = spawn('node', args, { env: environment, stdio: 'inherit' });
process.on('SIGTERM', () => server.kill('SIGTERM'));
process.on('SIGINT', () => {});
server.on('exit', (code) => process.exit(code ?? 1));
