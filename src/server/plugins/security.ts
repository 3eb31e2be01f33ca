import type { FastifyInstance } from 'fastify';
import fastifyPlugin from 'fastify-plugin';

const UNSAFE_METHODS = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Mail programs end mails with one click (RFC 8058): a bare POST, without a page, a cookie or an Origin. */
const isOneClick = (method: string, url: string): boolean =>
  method === 'POST' && url.startsWith('/unsubscribe/');

/** What towns show in pages of their own. Their policy says the same (src/hooks.server.ts). */
const EMBEDDED = /^\/practices\/[^/?]+\/embed(\?|$)/;

const NOTHING = "default-src 'none'; frame-ancestors 'none'";
/** A worker obeys what its own file says, not its page. Ours reach nobody; Argon2 is WebAssembly. */
const WORKER = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";

/** Keeps the page of a workshop's day on a device: it asks the installation itself, and nobody else. */
const DAY_WORKER = "default-src 'none'; connect-src 'self'";

/**
 * Headers for every answer, and the refusal of requests that another site sends in a person's name.
 * Pages bring their own Content-Security-Policy (svelte.config.js); everything else gets "nothing".
 */
export const securityPlugin = fastifyPlugin(
  async (app: FastifyInstance, { origin }: { origin: string }) => {
    const isHttps = origin.startsWith('https:');
    app.addHook('onRequest', async (request, reply) => {
      const { raw } = reply;
      raw.setHeader('x-content-type-options', 'nosniff');
      raw.setHeader('cross-origin-resource-policy', 'same-origin');
      if (isHttps) raw.setHeader('strict-transport-security', 'max-age=31536000');
      // A page asks for dozens of scripts and styles: what only a document obeys stays off them.
      if (request.url.startsWith('/_app/immutable/workers/'))
        raw.setHeader('content-security-policy', WORKER);
      if (request.url.startsWith('/_app/immutable/')) return;
      raw.setHeader(
        'content-security-policy',
        request.url === '/day-worker.js' ? DAY_WORKER : NOTHING,
      );
      raw.setHeader('referrer-policy', 'same-origin');
      raw.setHeader('cross-origin-opener-policy', 'same-origin');
      if (!EMBEDDED.test(request.url)) raw.setHeader('x-frame-options', 'DENY');
      raw.setHeader('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()');

      const { origin: sender, 'sec-fetch-site': site } = request.headers;
      const isForeign =
        sender !== undefined
          ? sender !== origin
          : site !== undefined && site !== 'same-origin' && site !== 'none';
      if (UNSAFE_METHODS.has(request.method) && isForeign) {
        return reply.code(403).type('text/plain').send('This request came from another site.');
      }
      // SvelteKit refuses forms without an Origin. This one's permission is the token in its address.
      const isBare = sender === undefined && site === undefined;
      if (isBare && isOneClick(request.method, request.url)) request.raw.headers.origin = origin;
    });
  },
);
