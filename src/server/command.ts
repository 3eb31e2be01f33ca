import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Installation } from '$lib/platform/db/backup.server';
import { findEmbeddedPostgres, startEmbeddedPostgres } from '$lib/platform/db/embedded.server';
import { s3Store } from '$lib/platform/files/s3-store.server';
import { openLog } from '$lib/platform/log.server';
import { StartupError } from '$lib/platform/startup-error';
import { readSettings, type Settings } from './settings';

/** The embedded database may be running already, or may be started for the time of a command. */
type WhereRunning = 'use it' | 'refuse';

/** A command with one file as its argument: npm run backup -- FILE [--data-dir=…] */
export const runCommand = (
  usage: string,
  work: (file: string, settings: Settings) => Promise<void>,
): Promise<never> =>
  runCommandWith(usage, 1, ([file], settings) =>
    // npm changes into the directory of package.json; the person meant a file where she stands.
    work(resolve(process.env.INIT_CWD ?? '.', file!), settings),
  );

/** A command with so many arguments before its flags. */
export async function runCommandWith(
  usage: string,
  argumentCount: number,
  work: (given: string[], settings: Settings) => Promise<void>,
): Promise<never> {
  try {
    const given = process.argv.slice(2, 2 + argumentCount);
    const flags = process.argv.slice(2 + argumentCount);
    const isComplete = given.length === argumentCount && given.every((one) => !one.startsWith('-'));
    if (!isComplete) throw new StartupError('settings_invalid', usage);
    await work(given, readSettings(process.env, flags));
    process.exit(0);
  } catch (error) {
    if (!(error instanceof StartupError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/** Opens the installation's database and files for the time of `work`. */
export async function withInstallation<T>(
  settings: Settings,
  whereRunning: WhereRunning,
  work: (installation: Installation) => Promise<T>,
): Promise<T> {
  const { dataDir, database, s3 } = settings;
  const files = { filesDir: join(dataDir, 'files'), bucket: s3 && s3Store(s3) };
  if (database) return work({ ownerUrl: database.ownerUrl, ...files });
  const log = openLog('warn');
  const embedded = await startEmbeddedPostgres({ dataDir, log }).catch(async (error) => {
    const isRunning = error instanceof StartupError && error.code === 'data_dir_in_use';
    if (!isRunning || whereRunning === 'refuse') throw error;
    const running = await findEmbeddedPostgres(dataDir);
    return { ...running, stop: async () => {} };
  });
  try {
    return await work({ ownerUrl: embedded.ownerUrl, ...files });
  } finally {
    await embedded.stop();
  }
}

/** A backup of nothing would look like one. */
export function requireDatabase({ dataDir, database }: Settings): void {
  const isThere = database !== null || existsSync(join(dataDir, 'postgres'));
  if (isThere) return;
  throw new StartupError('nothing_to_back_up', `There is no database in ${dataDir}.`);
}

/** One line that grows in a terminal, and nothing where the output goes to a file. */
export function showProgress(verb: string): (done: number, all: number) => void {
  return (done, all) => {
    if (!process.stdout.isTTY) return;
    const end = done === all ? '\n' : '';
    process.stdout.write(`\r${verb} ${done} of ${all} tables${end}`);
  };
}
