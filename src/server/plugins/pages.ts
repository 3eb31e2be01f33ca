import type { ServerResponse } from 'node:http';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { PagesHandler } from '../app';

/**
 * Everything else is a page of SvelteKit. Its handler reads the request itself, so bodies pass
 * through unparsed and the reply is handed over.
 */
export async function pagesPlugin(
  app: FastifyInstance,
  { clientDir, pages }: { clientDir: string | null; pages: PagesHandler },
): Promise<void> {
  if (clientDir !== null) {
    await app.register(fastifyStatic, {
      root: clientDir,
      wildcard: false,
      preCompressed: true,
      setHeaders(reply, path) {
        const isImmutable = path.includes('/_app/immutable/');
        reply.header(
          'cache-control',
          isImmutable ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
        );
      },
    });
  }
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  app.route({
    method: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    url: '/*',
    handler(request, reply) {
      reply.hijack();
      // SvelteKit's hooks find the address and the request's id here, not in headers that anyone can send.
      Object.assign(request.raw, { werkraum: { address: request.ip, requestId: request.id } });
      keepPolicyOfKeptPage(reply.raw);
      pages(request.raw, reply.raw);
    },
  });
}

/**
 * "Not modified" speaks of the page that the browser has kept. SvelteKit does not send its policy again: the
 * one for everything else would take its place there, and the page would come without its styles.
 */
function keepPolicyOfKeptPage(raw: ServerResponse): void {
  const writeHead = raw.writeHead.bind(raw) as (
    status: number,
    ...rest: unknown[]
  ) => ServerResponse;
  raw.writeHead = (status: number, ...rest: unknown[]) => {
    if (status === 304) raw.removeHeader('content-security-policy');
    return writeHead(status, ...rest);
  };
}
