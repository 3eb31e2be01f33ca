import { createHash, randomBytes } from 'node:crypto';
import {
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  realpath,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartupError } from '../startup-error';
import { SYSTEM_DIR } from './embedded-binaries.server';
import { canReach, type PostgresUser } from './embedded-user.server';

/** `postgres` is the superuser, `werkraum_owner` migrates, `werkraum_server` is the running program. */
export type Role = 'postgres' | 'werkraum_owner' | 'werkraum_server';
export type Passwords = Record<Role, string>;

export const DATABASE = 'werkraum';

// A path of a Unix socket holds 104 bytes on macOS, 108 on Linux, and PostgreSQL adds a file name.
const LONGEST_SOCKET_DIR_BYTES = 85;

/** All that belongs to one embedded PostgreSQL. */
export interface Home {
  dir: string;
  clusterDir: string;
  socketDir: string;
  logFile: string;
  passwords: Passwords;
}

/**
 * Opens `<data directory>/postgres`, and makes it on the first start. Where root keeps the data
 * directory in a place that the user of PostgreSQL cannot enter (root's home directory, for one),
 * it becomes a link to a directory of the system.
 *
 * @throws StartupError `data_dir_unreachable`
 */
export async function openHome(dataDir: string, user: PostgresUser | undefined): Promise<Home> {
  const link = join(dataDir, 'postgres');
  const isThere = (await lstat(link).catch(() => undefined)) !== undefined;
  if (!isThere) await makeHome(dataDir, link, user);
  const dir = await realpath(link).catch((cause: unknown) => {
    throw new StartupError('data_dir_unreachable', `${link} leads nowhere.`, { cause });
  });
  if (user && !(await canReach(user, dir))) {
    throw new StartupError(
      'data_dir_unreachable',
      `PostgreSQL must not run as root, and its user (${user.name}) cannot enter ${dir}: choose another place with --data-dir.`,
    );
  }
  const socketDir = await makeSocketDir(dir, user);
  return {
    dir,
    clusterDir: join(dir, 'cluster'),
    socketDir,
    logFile: join(dir, 'postgres.log'),
    passwords: await readPasswords(dir),
  };
}

/** A connection string over the home's Unix socket. */
export function connectionString(home: Home, role: Role, database = DATABASE): string {
  const host = encodeURIComponent(home.socketDir);
  return `postgresql://${role}:${home.passwords[role]}@localhost/${database}?host=${host}`;
}

async function makeHome(dataDir: string, link: string, user: PostgresUser | undefined) {
  const isReachable = !user || (await canReach(user, dataDir));
  if (isReachable) {
    await mkdir(link, { mode: 0o700 });
    if (user) await chown(link, user.uid, user.gid);
    return;
  }
  await mkdir(SYSTEM_DIR, { recursive: true, mode: 0o755 });
  const place = await mkdtemp(join(SYSTEM_DIR, 'database-'));
  await chown(place, user.uid, user.gid);
  await symlink(place, link);
}

async function makeSocketDir(dir: string, user: PostgresUser | undefined): Promise<string> {
  const inside = join(dir, 'socket');
  const isShort = Buffer.byteLength(inside) <= LONGEST_SOCKET_DIR_BYTES;
  const digest = createHash('sha256').update(dir).digest('hex').slice(0, 16);
  const socketDir = isShort ? inside : join(tmpdir(), `werkraum-${digest}`);
  await mkdir(socketDir, { mode: 0o700, recursive: true });
  const { uid, mode } = await lstat(socketDir);
  const expectedUids = [process.getuid?.(), user?.uid];
  const isOurs = expectedUids.includes(uid) && (mode & 0o077) === 0;
  if (!isOurs) {
    throw new StartupError(
      'data_dir_unreachable',
      `${socketDir} belongs to another user: remove it, or choose another place with --data-dir.`,
    );
  }
  if (user) await chown(socketDir, user.uid, user.gid);
  return socketDir;
}

async function readPasswords(dir: string): Promise<Passwords> {
  const file = join(dir, 'passwords.json');
  const known = await readFile(file, 'utf8').catch(() => undefined);
  if (known) return JSON.parse(known);
  const password = () => randomBytes(24).toString('base64url');
  const passwords = {
    postgres: password(),
    werkraum_owner: password(),
    werkraum_server: password(),
  };
  await rm(`${file}.new`, { force: true });
  await writeFile(`${file}.new`, JSON.stringify(passwords), { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
  return passwords;
}
