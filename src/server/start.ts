import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { createSetupLink } from '$lib/account/setup/commands.server';
import { clamdScanner, type ClamdAddress } from '$lib/platform/files/scanner.server';
import type { FileStore } from '$lib/platform/files/store.server';
import { openMailSender } from '$lib/platform/mail-sender.server';
import { buildApp, type PagesHandler } from './app';
import { publishBridge } from './bridge';
import { startJobs } from './jobs';
import { portError } from './port';
import { openServices } from './services';

export interface StartOptions {
  databaseUrl: string;
  host: string;
  port: number;
  origin: string;
  trustProxy: string | false;
  metricsToken: string | null;
  /** null lets mails wait in the outbox. */
  smtpUrl: string | null;
  files: FileStore;
  /** null takes files that nothing has scanned for viruses. */
  clamd: ClamdAddress | null;
  /** null says on the page "How we protect" that it is not known. */
  backupDays: number | null;
  log: Logger;
  clientDir: string | null;
  /** Loaded after the bridge is there, because SvelteKit's hooks pick it up. */
  loadPages: () => Promise<PagesHandler>;
}

export interface Running {
  app: FastifyInstance;
  /** The one-time link of an installation that nobody has set up yet, else null. */
  setupLink: string | null;
  /** Stops taking requests, lets running ones finish, closes the database last. */
  stop(): Promise<void>;
}

/** Everything between an open database and an open port. */
export async function start(options: StartOptions): Promise<Running> {
  const { smtpUrl, backupDays, files, clamd, log } = options;
  const services = openServices(options.databaseUrl, options.origin, {
    files,
    scanner: clamd === null ? null : clamdScanner(clamd),
    sendsMail: smtpUrl !== null,
    backupDays,
  });
  try {
    await services.database.pool.query('SELECT 1');
    publishBridge(services);
    const app = await buildApp({ ...options, services, pages: await options.loadPages() });
    await listen(app, options.host, options.port);
    const jobs = await startJobs(options.databaseUrl, services, log);
    const mailSender = smtpUrl === null ? null : openMailSender({ ...services, smtpUrl, log });
    return {
      app,
      setupLink: await createSetupLink(services),
      async stop() {
        // Open streams end first: a server that drains waits for every answer.
        await services.events.close();
        await app.close();
        await jobs.stop();
        await mailSender?.stop();
        await services.close();
      },
    };
  } catch (error) {
    await services.close();
    throw error;
  }
}

async function listen(app: FastifyInstance, host: string, port: number): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    throw portError(error, host, port);
  }
}
