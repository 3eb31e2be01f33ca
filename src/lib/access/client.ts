import { createTRPCClient, httpLink } from '@trpc/client';
import type { AppRouter } from '../../server/router';

/** The door to the server for what happens live in a page. Pages load and send forms through `locals.api`. */
export const client = createTRPCClient<AppRouter>({
  links: [
    httpLink({
      url: '/trpc',
      // Sentences about errors come in the language of the page.
      headers: () => ({ 'accept-language': document.documentElement.lang }),
    }),
  ],
});
