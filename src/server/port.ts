import { once } from 'node:events';
import { createServer } from 'node:net';
import { StartupError } from '$lib/platform/startup-error';

/**
 * Asks for the port before anything else is touched: a program that cannot answer must not have made
 * a data directory or migrated a database.
 *
 * @throws StartupError `port_taken`
 */
export async function requireFreePort(host: string, port: number): Promise<void> {
  const probe = createServer().listen({ host, port });
  try {
    await once(probe, 'listening');
  } catch (error) {
    throw portError(error, host, port);
  }
  probe.close();
  await once(probe, 'close');
}

/** What a failed attempt to listen means to the person at the terminal. */
export function portError(error: unknown, host: string, port: number): unknown {
  const { code } = error as NodeJS.ErrnoException;
  const sentence = {
    EADDRINUSE: `Port ${port} is in use by another program. Choose another one with --port or PORT.`,
    EACCES: `Port ${port} is not open to this user. Choose one above 1023 with --port or PORT.`,
    EADDRNOTAVAIL: `HOST ${host} is no address of this machine.`,
    ENOTFOUND: `HOST ${host} is no address of this machine.`,
  }[code ?? ''];
  return sentence ? new StartupError('port_taken', sentence, { cause: error }) : error;
}
