import { json } from '@sveltejs/kit';
import { agendaSchema } from '$lib/agenda/exchange/format';
import type { RequestHandler } from './$types';

/** For other programs, everywhere: they check a file before they send it, or after they got it. */
export const GET: RequestHandler = ({ url }) =>
  json(agendaSchema(url.origin), {
    headers: {
      'content-type': 'application/schema+json',
      'cache-control': 'public, max-age=3600',
      'access-control-allow-origin': '*',
    },
  });
