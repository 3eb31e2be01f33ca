import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartupError } from '../startup-error';

const SQLITE_BUSY = 5;

export interface DataDirLock {
  release(): void;
}

/**
 * Makes this process the only user of a data directory until it ends, however it ends.
 *
 * The lock is one of the operating system's, taken through SQLite: it vanishes with its holder even
 * after `kill -9`, is not inherited by PostgreSQL, and no process id can be mistaken for another's.
 *
 * @throws StartupError `data_dir_in_use`, `data_dir_not_writable`
 */
export async function lockDataDir(dataDir: string): Promise<DataDirLock> {
  let lock: DatabaseSync | undefined;
  try {
    // Root's PostgreSQL runs as another user, who must be able to pass through.
    const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
    await mkdir(dataDir, { recursive: true, mode });
    lock = new DatabaseSync(join(dataDir, 'lock'), { timeout: 0 });
    lock.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    lock?.close();
    const isHeld = (cause as { errcode?: number }).errcode === SQLITE_BUSY;
    if (isHeld) {
      throw new StartupError(
        'data_dir_in_use',
        `The data directory ${dataDir} is in use by another process of this program.`,
        { cause },
      );
    }
    throw new StartupError(
      'data_dir_not_writable',
      `The data directory ${dataDir} cannot be written to.`,
      { cause },
    );
  }
  const held = lock;
  return { release: () => held.close() };
}
