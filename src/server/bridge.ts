import type { Context } from '$lib/access/procedure.server';
import type { Actor, Locale } from '$lib/access/actor';
import { createCaller, type Api } from './router';
import { openContext, type RequestFacts } from './services';
import type { Services } from '$lib/access/procedure.server';

/** What SvelteKit gets of one request: who asks, and the door to every procedure. */
export interface Opened {
  actor: Actor;
  locale: Locale;
  api: Api;
  /** Ends what the page's queries shared. */
  close(): Promise<void>;
}

/**
 * The one thing that the Fastify process lends to SvelteKit. The two are separate bundles with
 * separate module graphs; sharing services by import would open a second database pool.
 */
export interface Bridge {
  origin: string;
  open(facts: RequestFacts): Promise<Opened>;
}

const KEY = Symbol.for('werkraum');

export function publishBridge(services: Services): void {
  const bridge: Bridge = {
    origin: services.origin,
    async open(facts) {
      const context: Context = await openContext(services, facts);
      const { actor, locale, reading } = context;
      return {
        actor,
        locale,
        api: createCaller(context),
        close: async () => reading?.close(),
      };
    },
  };
  Object.assign(globalThis, { [KEY]: bridge });
}
