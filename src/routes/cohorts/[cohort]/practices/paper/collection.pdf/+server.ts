import { redirect } from '@sveltejs/kit';
import { fileResponse } from '$lib/platform/file-response';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const practiceIds = url.searchParams.getAll('practice');
  // A form in which nothing is ticked.
  if (practiceIds.length === 0) redirect(303, `/cohorts/${params.cohort}/practices/paper?none`);
  const rung = url.searchParams.get('rung') === 'public' ? 'public' : 'cohort';
  const file = await locals.api.paper.collection({ cohortId: params.cohort, practiceIds, rung });
  return fileResponse(file, 'collection.pdf');
};
