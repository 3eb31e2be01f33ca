import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { digest, environment, run, step } from './step.mjs';

const GENERATED_FROM = [
  'prisma/schema',
  'prisma.config.ts',
  'messages',
  'project.inlang/settings.json',
  'paraglide.config.mjs',
  'svelte.config.js',
  'package-lock.json',
];
const GENERATED = [
  'src/generated/prisma',
  'src/lib/paraglide/messages.js',
  '.svelte-kit/tsconfig.json',
];
const GENERATED_STAMP = 'node_modules/.cache/werkraum/generated';

/** Installs the locked packages, and makes the code that is generated from schema and messages. */
export async function prepare() {
  if (!isInstalled()) await step('Installing packages', install);
  if (!hasPinnedNode()) await step('Installing Node 24', installNode);
  const wanted = digest(GENERATED_FROM);
  const isGenerated = GENERATED.every((path) => existsSync(path)) && readStamp() === wanted;
  if (isGenerated) return;
  await step('Generating code', generate);
  mkdirSync(dirname(GENERATED_STAMP), { recursive: true });
  writeFileSync(GENERATED_STAMP, wanted);
}

function readStamp() {
  return existsSync(GENERATED_STAMP) ? readFileSync(GENERATED_STAMP, 'utf8') : undefined;
}

async function generate() {
  // First, because it makes what tsconfig.json builds on.
  await run('svelte-kit', ['sync']);
  await run('prisma', ['generate']);
  await run('node', ['scripts/paraglide.mjs']);
}

// npm notes in node_modules what it has installed; packages for other platforms are missing there.
function isInstalled() {
  const installed = 'node_modules/.package-lock.json';
  if (!existsSync(installed)) return false;
  const { packages: present } = JSON.parse(readFileSync(installed, 'utf8'));
  const { packages: wanted } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    const isNeeded = path !== '' && !optional && !link;
    return present[path] ? present[path].version === version : !isNeeded;
  });
}

// "npm ci" wants the packages of every platform in the lockfile, and refuses it where a registry
// that only has some of them made it. "--no-save" takes the locked versions and leaves the file alone.
async function install() {
  const flags = ['--no-save', '--include=dev', '--ignore-scripts=false', '--no-audit', '--no-fund'];
  await run('npm', ['install', ...flags], { env: withoutPinnedNode() });
}

function hasPinnedNode() {
  return existsSync('node_modules/node/bin/node');
}

// Where install scripts are forbidden, the package "node" arrives without its program.
async function installNode() {
  await run(process.execPath, ['installArchSpecificPackage.js'], {
    cwd: 'node_modules/node',
    env: withoutPinnedNode(),
  });
}

// npm replaces node_modules while it runs, so it cannot itself run from there.
function withoutPinnedNode() {
  return { ...environment, PATH: process.env.PATH };
}
