import { error } from '@sveltejs/kit';
import { lotText } from '$lib/ballot/lot';
import type { RequestHandler } from './$types';

/** The lot of a closed ballot as the text that its checksum is made of, byte by byte. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const ref = { cohortId: params.cohort, ballotId: params.ballot };
  const { outcome } = await locals.api.ballot.get(ref);
  if (!outcome?.lot) error(404, { message: 'not_found', appCode: 'not_found' });
  return new Response(lotText(outcome.lot), {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': 'attachment; filename="lot.txt"',
      'cache-control': 'no-store',
    },
  });
};
