import { pino } from 'pino';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildApp, type PagesHandler } from '../../src/server/app';
import { publishBridge } from '../../src/server/bridge';
import type { ActorKind, World } from './world';

/** The whole program on a port of its own, with the built pages, over the database of a world. */
export interface Http {
  address: string;
  /** One request, as this kind of actor. Redirects are answers, not followed. */
  send(who: ActorKind, path: string, options?: RequestInit): Promise<Response>;
  get(who: ActorKind, path: string): Promise<Response>;
  /** Sends a form of a page, as a browser without a script does. */
  post(
    who: ActorKind,
    path: string,
    fields?: Record<string, string> | URLSearchParams,
  ): Promise<Response>;
  close(): Promise<void>;
}

export async function openHttp(world: World): Promise<Http> {
  const { origin } = world.services;
  // SvelteKit's handler reads these when it is loaded.
  Object.assign(process.env, { ORIGIN: origin, BODY_SIZE_LIMIT: '1M' });
  publishBridge(world.services);
  const built = pathToFileURL(resolve('build/handler.js')).href;
  const { handler: pages } = (await import(built)) as { handler: PagesHandler };
  const app = await buildApp({
    services: world.services,
    log: pino({ level: 'error' }),
    origin,
    trustProxy: false,
    metricsToken: null,
    clientDir: resolve('build/client'),
    pages,
  });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });

  const send: Http['send'] = (who, path, { headers, ...options } = {}) =>
    fetch(address + path, {
      redirect: 'manual',
      headers: {
        ...(who === 'anonymous' ? {} : { cookie: `session=${world.people[who].sessionId}` }),
        ...(headers as Record<string, string>),
      },
      ...options,
    });
  return {
    address,
    send,
    get: (who, path) => send(who, path, { headers: { accept: 'text/html' } }),
    post: (who, path, fields = {}) =>
      send(who, path, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { origin, accept: 'text/html' },
      }),
    close: () => app.close(),
  };
}
