import { fileResponse } from '$lib/platform/file-response';
import { rungAsked } from '$lib/practice/paper/schema';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const ref = { cohortId: params.cohort, practiceId: params.practice };
  const file = await locals.api.paper.pdf({ ...ref, rung: rungAsked(url) });
  return fileResponse(file, 'example.pdf');
};
