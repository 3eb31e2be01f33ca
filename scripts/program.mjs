// npm start, npm run demo, npm run backup, npm run restore: installs and builds what is missing,
// then runs a program of the server: node scripts/program.mjs NAME [arguments]
import { spawn } from 'node:child_process';
import { build } from './build.mjs';
import { environment } from './step.mjs';

const [name, ...args] = process.argv.slice(2);

await build().catch((error) => {
  console.error(error.message);
  process.exit(1);
});

const env = { NODE_ENV: 'production', ...environment };
const program = spawn('node', ['--enable-source-maps', `build/server/${name}.js`, ...args], {
  env,
  stdio: 'inherit',
});
process.on('SIGTERM', () => program.kill('SIGTERM'));
// The terminal sends Ctrl+C to the program as well; sending it on would be a second one.
process.on('SIGINT', () => {
  if (!process.stdin.isTTY) program.kill('SIGINT');
});
program.on('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
program.on('exit', (code) => process.exit(code ?? 1));
