import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Services } from '$lib/access/procedure.server';

const DATABASE_TIMEOUT_MS = 2_000;

/** /health for whoever watches over the program, /metrics for Prometheus (this machine, or a token). */
export const healthPlugin = fastifyPlugin(
  async (app: FastifyInstance, options: { services: Services; metricsToken: string | null }) => {
    const { services, metricsToken } = options;
    const registry = new Registry();
    collectDefaultMetrics({ register: registry });
    const duration = new Histogram({
      name: 'werkraum_http_request_duration_seconds',
      help: 'Time to answer a request',
      labelNames: ['method', 'route', 'status'],
      registers: [registry],
    });
    new Gauge({
      name: 'werkraum_database_connections',
      help: 'Connections of the pool, busy and idle',
      registers: [registry],
      collect() {
        this.set(services.database.pool.totalCount);
      },
    });
    app.addHook('onResponse', async (request, reply) => {
      const labels = {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: String(reply.raw.statusCode),
      };
      duration.observe(labels, reply.elapsedTime / 1000);
    });

    app.get('/health', async (_request, reply) => {
      const timeout = new Promise<never>((_resolve, reject) =>
        setTimeout(() => reject(new Error('timeout')), DATABASE_TIMEOUT_MS).unref(),
      );
      const isDatabaseUp = await Promise.race([services.database.pool.query('SELECT 1'), timeout])
        .then(() => true)
        .catch(() => false);
      return reply
        .code(isDatabaseUp ? 200 : 503)
        .header('cache-control', 'no-store')
        .send({ status: isDatabaseUp ? 'ok' : 'database_unreachable' });
    });

    app.get('/metrics', async (request, reply) => {
      if (!mayReadMetrics(request, metricsToken)) return reply.code(404).send();
      return reply.type(registry.contentType).send(await registry.metrics());
    });
  },
);

function mayReadMetrics(request: FastifyRequest, token: string | null): boolean {
  if (token === null) {
    const isForwarded = request.headers['x-forwarded-for'] !== undefined;
    return (
      !isForwarded &&
      ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.socket.remoteAddress ?? '')
    );
  }
  const given = Buffer.from(request.headers.authorization ?? '');
  const expected = Buffer.from(`Bearer ${token}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
