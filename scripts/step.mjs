import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

const TICK_MS = 1000;
const OUTPUT_LINES_AFTER_FAILURE = 60;
const GENERATED = ['src/generated', 'src/lib/paraglide'];

/** What every command gets: Node 24 and the tools from node_modules, and nothing phones home. */
export const environment = {
  ...process.env,
  PATH: `${resolve('node_modules/.bin')}${delimiter}${process.env.PATH}`,
  // Prisma downloads a native engine unless told of one; only its WebAssembly engine is used here.
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  CHECKPOINT_DISABLE: '1',
};

/** Shows a step while it runs, how long it took, and its output only where it failed. */
export async function step(title, work) {
  const startedAt = performance.now();
  const seconds = () => ((performance.now() - startedAt) / 1000).toFixed(1);
  // Not on the standard output: that belongs to the answer of a command.
  const isTerminal = process.stderr.isTTY;
  const show = (text) => process.stderr.write(isTerminal ? `\r\x1b[2K${text}` : text);
  show(`  ${title} …`);
  const ticking = isTerminal
    ? setInterval(() => show(`  ${title} … ${seconds()} s`), TICK_MS)
    : undefined;
  try {
    const result = await work();
    clearInterval(ticking);
    show(isTerminal ? `✓ ${title} (${seconds()} s)\n` : ` done (${seconds()} s)\n`);
    return result;
  } catch (error) {
    clearInterval(ticking);
    show(isTerminal ? `✗ ${title}\n` : ` failed\n`);
    throw error;
  }
}

/** Runs a command to its end. Rejects with the end of its output where it fails. */
export function run(command, args, { env = environment, cwd = process.cwd() } = {}) {
  return new Promise((done, fail) => {
    const isWindows = process.platform === 'win32';
    const child = spawn(command, args, {
      cwd,
      env,
      shell: isWindows,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => fail(new StepError(`${command}: ${error.message}`)));
    child.on('close', (code) => {
      if (code === 0) return done(output);
      const end = output.trimEnd().split('\n').slice(-OUTPUT_LINES_AFTER_FAILURE).join('\n');
      fail(
        new StepError(`${end}\n${command} ${args.join(' ')} failed (exit code ${code}).`, output),
      );
    });
  });
}

export class StepError extends Error {
  constructor(message, output = '') {
    super(message);
    this.output = output;
  }
}

/** One digest over the contents of files and directories, in a fixed order; tests do not count. */
export function digest(paths) {
  const hash = createHash('sha256');
  for (const file of listFiles(paths)) hash.update(`${file}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

/** The files that `digest` reads. */
export function listFiles(paths) {
  return paths
    .filter((candidate) => existsSync(candidate))
    .flatMap(listBelow)
    .filter((file) => !file.endsWith('.test.ts'));
}

function listBelow(path) {
  if (!statSync(path).isDirectory()) return [path];
  if (GENERATED.includes(path)) return [];
  return readdirSync(path)
    .sort()
    .flatMap((name) => listBelow(join(path, name)));
}
