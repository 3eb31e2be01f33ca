import { fileResponse } from '$lib/platform/file-response';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  const ref = { cohortId: params.cohort, ballotId: params.ballot };
  return fileResponse(await locals.api.ballot.paper(ref), 'result.pdf');
};
