import type { Actor, Locale } from '$lib/access/actor';
import type { Api } from './server/router';

declare global {
  namespace App {
    interface Locals {
      actor: Actor;
      locale: Locale;
      /** The door to the server: every procedure, in process, as the person who asks. */
      api: Api;
    }
    interface Error {
      message: string;
      /** Our code, e.g. "not_found". */
      appCode?: string;
      /** Shown to the reader, so that a report can be found in the log. */
      requestId?: string;
    }
    interface Platform {
      req: import('node:http').IncomingMessage & {
        werkraum?: { address: string; requestId: string };
      };
    }
  }
}

export {};
