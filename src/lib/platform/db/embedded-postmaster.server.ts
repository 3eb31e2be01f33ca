import { spawn, type ChildProcess } from 'node:child_process';
import { chown, open, readdir, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StartupError } from '../startup-error';
import type { Binaries } from './embedded-binaries.server';
import type { Home } from './embedded-home.server';
import type { PostgresUser } from './embedded-user.server';

const POLL_MS = 10;
const FAST_SHUTDOWN_MS = 30_000;
const IMMEDIATE_SHUTDOWN_MS = 10_000;
const LARGEST_LOG_BYTES = 5_000_000;
const LOG_TAIL_BYTES = 2_000;

const SETTINGS = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  fsync: 'on',
  synchronous_commit: 'on',
  shared_buffers: '128MB',
  max_wal_size: '512MB',
  random_page_cost: '1.1',
  max_connections: '100',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Statements, and the values in their errors, are personal data: only PostgreSQL's own affairs are logged.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length_on_error: '0',
};

/** A running PostgreSQL, the child of this process. */
export interface Postmaster {
  pid: number;
  /** Settles when it has ended, for whatever reason. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL on a cluster directory and waits until it takes connections. What an earlier,
 * killed process has left behind is stopped first: the caller holds the lock of the data directory.
 *
 * @throws StartupError `database_failed`
 */
export async function startPostmaster(
  home: Home,
  clusterDir: string,
  binaries: Binaries,
  user: PostgresUser | undefined,
): Promise<Postmaster> {
  await stopOrphans(clusterDir);
  await removeSocket(home.socketDir);
  const isLogLarge =
    ((await stat(home.logFile).catch(() => undefined))?.size ?? 0) > LARGEST_LOG_BYTES;
  const log = await open(home.logFile, isLogLarge ? 'w' : 'a', 0o600);
  const settings = { ...SETTINGS, unix_socket_directories: home.socketDir };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(binaries.postgres, ['-D', clusterDir, ...flags], {
    // A group of its own: Ctrl+C in the terminal must not stop the database while requests drain.
    detached: true,
    cwd: clusterDir,
    env: { LC_ALL: 'C', PATH: process.env.PATH },
    stdio: ['ignore', log.fd, log.fd],
    ...(user && { uid: user.uid, gid: user.gid }),
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  try {
    await waitUntilReady(child, ended, clusterDir);
  } catch (cause) {
    throw new StartupError('database_failed', await failureSentence(home), { cause });
  } finally {
    await log.close();
  }
  return { pid: child.pid!, ended, stop: () => stopChild(child, ended) };
}

async function waitUntilReady(child: ChildProcess, ended: Promise<void>, clusterDir: string) {
  let hasEnded = false;
  void ended.then(() => (hasEnded = true));
  for (;;) {
    if (hasEnded) throw new Error('PostgreSQL ended while it started');
    const file = await readPidFile(clusterDir);
    if (file?.pid === child.pid && file?.status === 'ready') return;
    await delay(POLL_MS);
  }
}

async function failureSentence(home: Home): Promise<string> {
  const text = await readFile(home.logFile, 'utf8').catch(() => '');
  const lines = text.slice(-LOG_TAIL_BYTES).trim().split('\n');
  const fatal = lines.findLast((line) => /FATAL|PANIC|error/.test(line)) ?? lines.at(-1) ?? '';
  return `PostgreSQL does not start (${fatal.trim() || 'it says nothing'}); its log is ${home.logFile}.`;
}

async function stopChild(child: ChildProcess, ended: Promise<void>): Promise<void> {
  const endsWithin = async (limitMs: number) => {
    const timer = new AbortController();
    const isEnded = await Promise.race([
      ended.then(() => true),
      delay(limitMs, false, { signal: timer.signal }),
    ]);
    timer.abort();
    return isEnded;
  };
  child.kill('SIGINT');
  if (await endsWithin(FAST_SHUTDOWN_MS)) return;
  child.kill('SIGQUIT');
  if (await endsWithin(IMMEDIATE_SHUTDOWN_MS)) return;
  child.kill('SIGKILL');
  await ended;
}

async function stopOrphans(clusterDir: string): Promise<void> {
  const file = await readPidFile(clusterDir);
  if (!file) return;
  const isOrphan = await isPostgresOf(file.pid, clusterDir);
  if (isOrphan) await stopOrphan(file.pid, clusterDir);
  for (const pid of await findProcessesIn(clusterDir)) signal(pid, 'SIGQUIT');
  while ((await findProcessesIn(clusterDir)).length > 0) await delay(POLL_MS);
  await disownPidFile(clusterDir, file.pid);
}

// A socket's lock file names a process too, and may name a stranger by now.
async function removeSocket(socketDir: string): Promise<void> {
  for (const name of await readdir(socketDir)) await rm(join(socketDir, name));
}

async function stopOrphan(pid: number, clusterDir: string): Promise<void> {
  const steps = [
    ['SIGINT', FAST_SHUTDOWN_MS],
    ['SIGQUIT', IMMEDIATE_SHUTDOWN_MS],
    ['SIGKILL', IMMEDIATE_SHUTDOWN_MS],
  ] as const;
  for (const [name, limitMs] of steps) {
    signal(pid, name);
    const giveUpAt = performance.now() + limitMs;
    while ((await isPostgresOf(pid, clusterDir)) && performance.now() < giveUpAt) {
      await delay(POLL_MS);
    }
    if (!(await isPostgresOf(pid, clusterDir))) return;
  }
}

// The process id in the file may belong to somebody else by now (after a restart of a container it
// nearly always does), and PostgreSQL would refuse to start. It accepts the id of its own parent,
// and still checks by the rest of the file that nobody uses the old shared memory.
async function disownPidFile(clusterDir: string, stalePid: number): Promise<void> {
  const path = join(clusterDir, 'postmaster.pid');
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return;
  const { uid, gid } = await stat(path);
  await writeFile(path, text.replace(String(stalePid), String(process.pid)));
  if (process.getuid?.() === 0) await chown(path, uid, gid);
}

async function readPidFile(clusterDir: string) {
  const text = await readFile(join(clusterDir, 'postmaster.pid'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const lines = text.split('\n');
  return { pid: Number(lines[0]), status: lines[7]?.trim() };
}

// A process that has ended but was not yet collected by its parent has no working directory any more.
async function isPostgresOf(pid: number, clusterDir: string): Promise<boolean> {
  if (process.platform === 'linux') return (await workingDir(pid)) === clusterDir;
  return new Promise((resolve) => {
    const ps = spawn('ps', ['-o', 'command=', '-p', String(pid)]);
    let command = '';
    ps.stdout.on('data', (chunk) => (command += chunk));
    ps.on('error', () => resolve(false));
    ps.on('close', () => resolve(command.includes(clusterDir)));
  });
}

/** PostgreSQL's processes work in their cluster directory. Linux alone tells; elsewhere it finds none. */
async function findProcessesIn(clusterDir: string): Promise<number[]> {
  if (process.platform !== 'linux') return [];
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const dirs = await Promise.all(pids.map(workingDir));
  return pids.filter((_, index) => dirs[index] === clusterDir);
}

function workingDir(pid: number): Promise<string | undefined> {
  return readlink(`/proc/${pid}/cwd`).catch(() => undefined);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended by itself.
  }
}
