import { fileResponse } from '$lib/platform/file-response';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  const ref = { cohortId: params.cohort, workshopId: params.workshop };
  return fileResponse(await locals.api.proceedings.pdf(ref), 'proceedings.pdf');
};
