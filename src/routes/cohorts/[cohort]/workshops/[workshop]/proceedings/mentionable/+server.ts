import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** The names that "@" offers; asked for when somebody begins to write. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const names = await locals.api.comment.mentionable({
    cohortId: params.cohort,
    workshopId: params.workshop,
  });
  return json(names, { headers: { 'cache-control': 'private, no-store' } });
};
