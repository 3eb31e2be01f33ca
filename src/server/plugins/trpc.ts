import { fastifyTRPCPlugin, type FastifyTRPCPluginOptions } from '@trpc/server/adapters/fastify';
import type { FastifyInstance } from 'fastify';
import { appCodeOf, type Services } from '$lib/access/procedure.server';
import { deviceName, preferredLocale } from '../request-facts';
import { appRouter, type AppRouter } from '../router';
import { openContext } from '../services';
import { readSessionCookie, sessionCookies } from '../session-cookie';

/** In a scope of its own: tRPC's plugin replaces Fastify's body parsers. */
export async function trpcPlugin(
  app: FastifyInstance,
  { services, origin }: { services: Services; origin: string },
): Promise<void> {
  await app.register(fastifyTRPCPlugin, {
    prefix: '/trpc',
    trpcOptions: {
      router: appRouter,
      async createContext({ req, res, info }) {
        const context = await openContext(services, {
          sessionId: readSessionCookie(req.headers.cookie, origin),
          locale: preferredLocale(req.headers['accept-language']),
          address: req.ip,
          device: deviceName(req.headers['user-agent']),
          cookies: sessionCookies(origin, (value) => res.raw.appendHeader('set-cookie', value)),
          isReading: info.type === 'query',
        });
        const { reading } = context;
        if (reading === null) return context;
        // Whoever has hung up meanwhile sends no "close" any more: nothing must wait for it.
        if (res.raw.closed) {
          await reading.close();
          return { ...context, reading: null };
        }
        res.raw.once('close', () => void reading.close());
        return context;
      },
      onError({ error, path, req }) {
        if (appCodeOf(error) === 'internal')
          req.log.error({ path, err: error.cause ?? error }, 'procedure failed');
      },
      responseMeta: () => ({ headers: { 'cache-control': 'no-store' } }),
    },
  } satisfies FastifyTRPCPluginOptions<AppRouter>);
}
