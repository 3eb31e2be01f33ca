import { fileResponse } from '$lib/platform/file-response';
import type { RequestHandler } from './$types';

/** What the cohort reads; with `?of=own` what the own team has written. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const of = url.searchParams.get('of') === 'own' ? 'own' : 'shown';
  const file = await locals.api.exchange.export({ cohortId: params.cohort, of });
  return fileResponse(file, 'practices.json');
};
