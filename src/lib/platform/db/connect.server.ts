import pg from 'pg';
import { StartupError } from '../startup-error';

/**
 * One connection of its own, for work that is not the running program's: migrations, checks, backups.
 *
 * @throws StartupError `database_unreachable`, without the password
 */
export async function withClient<T>(
  connectionString: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString });
  // A connection that breaks fails the statement under way; the event would end the process.
  client.on('error', () => {});
  await client.connect().catch((cause: Error & { code?: string }) => {
    const sentence = `The database at ${client.host} cannot be reached: ${cause.message || cause.code}.`;
    throw new StartupError('database_unreachable', sentence, { cause });
  });
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
