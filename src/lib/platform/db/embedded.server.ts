import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StartupError } from '../startup-error';
import { findBinaries } from './embedded-binaries.server';
import { ensureCluster } from './embedded-cluster.server';
import { connectionString, openHome } from './embedded-home.server';
import { lockDataDir } from './embedded-lock.server';
import { startPostmaster, type Postmaster } from './embedded-postmaster.server';
import { findPostgresUser } from './embedded-user.server';

const FIRST_RESTART_DELAY_MS = 50;
const LONGEST_RESTART_DELAY_MS = 5_000;

export interface EmbeddedLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

export interface EmbeddedPostgres {
  /** Connects the role that migrates: it owns the database and is no superuser. */
  ownerUrl: string;
  /** Connects the role of the running program: it owns nothing and obeys row-level security. */
  appUrl: string;
  /** Ends PostgreSQL and gives the data directory free. Call it last, after requests are drained. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that comes with the program, on a data directory of which this process is
 * the only user, and starts it again whenever it dies. The addresses stay the same across restarts.
 *
 * @throws StartupError `data_dir_in_use`, `data_dir_not_writable`, `data_dir_unreachable`, `database_failed`
 */
export async function startEmbeddedPostgres(options: {
  dataDir: string;
  log: EmbeddedLog;
}): Promise<EmbeddedPostgres> {
  const { log } = options;
  const lock = await lockDataDir(resolve(options.dataDir));
  try {
    const dataDir = await realpath(options.dataDir);
    const user = await findPostgresUser(resolve(dataDir, 'postgres', 'cluster'));
    const isRootAlone = process.getuid?.() === 0 && !user;
    if (isRootAlone) {
      throw new StartupError(
        'database_failed',
        'PostgreSQL must not run as root, and this machine has neither a user "postgres" nor "nobody".',
      );
    }
    const binaries = await findBinaries(user);
    const home = await openHome(dataDir, user);
    await ensureCluster(home, binaries, user);
    const start = () => startPostmaster(home, home.clusterDir, binaries, user);
    const supervision = supervise(await start(), start, log);
    return {
      ownerUrl: connectionString(home, 'werkraum_owner'),
      appUrl: connectionString(home, 'werkraum_server'),
      async stop() {
        await supervision.stop();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/**
 * The addresses of the PostgreSQL that another process has started on this data directory, for a
 * command that works beside the running program.
 */
export async function findEmbeddedPostgres(
  dataDir: string,
): Promise<Pick<EmbeddedPostgres, 'ownerUrl' | 'appUrl'>> {
  const place = await realpath(dataDir);
  const user = await findPostgresUser(resolve(place, 'postgres', 'cluster'));
  const home = await openHome(place, user);
  return {
    ownerUrl: connectionString(home, 'werkraum_owner'),
    appUrl: connectionString(home, 'werkraum_server'),
  };
}

function supervise(first: Postmaster, start: () => Promise<Postmaster>, log: EmbeddedLog) {
  let current: Postmaster | undefined = first;
  const stopping = new AbortController();

  const run = async () => {
    while (!stopping.signal.aborted) {
      await current?.ended;
      current = undefined;
      if (stopping.signal.aborted) return;
      log.warn({}, 'PostgreSQL has died; it is started again');
      current = await restart();
    }
  };
  const restart = async (): Promise<Postmaster | undefined> => {
    for (let waitMs = FIRST_RESTART_DELAY_MS; !stopping.signal.aborted; waitMs *= 2) {
      try {
        const postmaster = await start();
        log.info({ pid: postmaster.pid }, 'PostgreSQL runs again');
        return postmaster;
      } catch (err) {
        log.error({ err }, 'PostgreSQL could not be started again; another attempt follows');
        await delay(Math.min(waitMs, LONGEST_RESTART_DELAY_MS));
      }
    }
    return undefined;
  };

  const finished = run();
  return {
    async stop() {
      stopping.abort();
      await current?.stop();
      await finished;
      // A restart may have been under way when the stop came.
      await current?.stop();
    },
  };
}
