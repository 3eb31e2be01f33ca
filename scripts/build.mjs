// npm run build: makes build/ unless it is up to date already.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeManifest } from './manifest.mjs';
import { prepare } from './prepare.mjs';
import { digest, environment, run, step } from './step.mjs';

export const SOURCES = [
  'src',
  'static',
  'messages',
  'prisma',
  'package-lock.json',
  'svelte.config.js',
  'vite.config.ts',
  'vite.server.config.ts',
  'paraglide.config.mjs',
  'project.inlang/settings.json',
  'tsconfig.json',
];

/**
 * Every build lies in a directory of its own, named after its sources, and `build` links to the
 * newest: a server that runs keeps the files that it was started with.
 */
export async function build() {
  await prepare();
  const name = digest(SOURCES).slice(0, 16);
  const current = existsSync('build') ? readlinkSync('build') : undefined;
  const target = join('builds', name);
  if (current === target) return;
  if (!existsSync(target)) await makeBuild(target, name);
  rmSync('build.next', { force: true });
  symlinkSync(target, 'build.next');
  renameSync('build.next', 'build');
  removeOldBuilds([target, current]);
}

async function makeBuild(target, name) {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const unfinished = `${target}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const env = {
    ...environment,
    NODE_ENV: 'production',
    WERKRAUM_BUILD_DIR: unfinished,
    WERKRAUM_VERSION: `${version}+${name}`,
  };
  await step('Building the pages', () => run('vite', ['build'], { env }));
  await step('Building the server', () =>
    run('vite', ['build', '--config', 'vite.server.config.ts'], { env }),
  );
  cpSync('prisma/migrations', join(unfinished, 'migrations'), { recursive: true });
  await writeManifest(unfinished, name);
  renameSync(unfinished, target);
}

function removeOldBuilds(kept) {
  const paths = readdirSync('builds').map((name) => join('builds', name));
  for (const path of paths.filter((candidate) => !kept.includes(candidate))) {
    rmSync(path, { recursive: true, force: true });
  }
}

const isCommand = import.meta.url === pathToFileURL(process.argv[1]).href;
if (isCommand) {
  await build().catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
}
