import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Services } from '$lib/access/procedure.server';
import { filesPlugin } from './plugins/files';
import { healthPlugin } from './plugins/health';
import { pagesPlugin } from './plugins/pages';
import { securityPlugin } from './plugins/security';
import { trpcPlugin } from './plugins/trpc';

/** SvelteKit's handler: the built one, or Vite's in development. */
export type PagesHandler = (request: IncomingMessage, response: ServerResponse) => void;

export interface AppOptions {
  services: Services;
  log: Logger;
  origin: string;
  trustProxy: string | false;
  metricsToken: string | null;
  /** Built browser files, or null where Vite serves them. */
  clientDir: string | null;
  pages: PagesHandler;
}

/** Fastify owns the port; each plugin is one thing that it answers. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { log, origin, services } = options;
  const app = fastify({
    loggerInstance: log as FastifyBaseLogger,
    // One line per answer, written below: without addresses, queries or cookies.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustProxy,
    genReqId: () => randomUUID(),
    bodyLimit: 1_048_576,
    routerOptions: { maxParamLength: 5_000 },
    forceCloseConnections: 'idle',
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.raw.setHeader('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.raw.statusCode,
        durationMs: Math.round(reply.elapsedTime),
      },
      'answered',
    );
  });
  await app.register(securityPlugin, { origin });
  await app.register(healthPlugin, { services, metricsToken: options.metricsToken });
  await app.register(trpcPlugin, { services, origin });
  await app.register(filesPlugin, { services, origin });
  await app.register(pagesPlugin, { clientDir: options.clientDir, pages: options.pages });
  return app;
}
