import type { Logger } from 'pino';
import { startEmbeddedPostgres } from '$lib/platform/db/embedded.server';
import { migrate } from '$lib/platform/db/migrate.server';
import { ensureAppRole, requireWalls } from '$lib/platform/db/walls.server';
import type { Settings } from './settings';

export interface Databases {
  /** Connects the role of the running program, which obeys row-level security. */
  appUrl: string;
  ownerUrl: string;
  close(): Promise<void>;
}

/** Starts the embedded PostgreSQL, or takes the external one, and brings it up to this program's version. */
export async function openDatabases(
  settings: Pick<Settings, 'database' | 'dataDir'>,
  migrationsDir: string,
  log: Logger,
): Promise<Databases> {
  const embedded =
    settings.database === null
      ? await startEmbeddedPostgres({ dataDir: settings.dataDir, log })
      : null;
  const urls = embedded ?? settings.database!;
  const close = async () => embedded?.stop();
  try {
    await ensureAppRole(urls.ownerUrl);
    await migrate({ ownerUrl: urls.ownerUrl, migrationsDir });
    await requireWalls(urls.appUrl);
    return { appUrl: urls.appUrl, ownerUrl: urls.ownerUrl, close };
  } catch (error) {
    await close();
    throw error;
  }
}
