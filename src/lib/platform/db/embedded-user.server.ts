import { execFileSync } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The operating system's user that PostgreSQL runs as. */
export interface PostgresUser {
  name: string;
  uid: number;
  gid: number;
}

const CANDIDATES = ['postgres', 'nobody'];

/**
 * PostgreSQL refuses to run as root, so root hands it to an unprivileged user that exists already:
 * the owner of the cluster where there is one, `postgres` or `nobody` otherwise.
 *
 * @returns undefined where PostgreSQL can run as the user of this process
 */
export async function findPostgresUser(clusterDir: string): Promise<PostgresUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const cluster = await stat(clusterDir).catch(() => undefined);
  if (cluster && cluster.uid !== 0) {
    return { name: `user ${cluster.uid}`, uid: cluster.uid, gid: cluster.gid };
  }
  for (const name of CANDIDATES) {
    const user = lookUp(name);
    if (user) return user;
  }
  return undefined;
}

/** Whether the user may pass through every directory down to this path (and read the last one). */
export async function canReach(user: PostgresUser, path: string): Promise<boolean> {
  for (let directory = path; ; directory = dirname(directory)) {
    const { mode, uid, gid } = await stat(directory);
    const maySearch = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & maySearch) === 0) return false;
    if (directory === dirname(directory)) return true;
  }
}

function lookUp(name: string): PostgresUser | undefined {
  const id = (flag: string) =>
    Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { name, uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}
