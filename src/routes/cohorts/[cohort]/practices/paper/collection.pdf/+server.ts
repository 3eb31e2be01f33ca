import { redirect } from '@sveltejs/kit';
import { fileResponse } from '$lib/platform/file-response';
import { parameterNames } from '$lib/practice/list/address';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const practiceIds = url.searchParams.getAll('practice');
  // A form in which nothing is ticked; the filters that it came with stay.
  if (practiceIds.length === 0) {
    const asked = [...url.searchParams].filter(([name]) => parameterNames.includes(name));
    const query = new URLSearchParams([...asked, ['none', '']]).toString();
    redirect(303, `/cohorts/${params.cohort}/practices/paper?${query}`);
  }
  const rung = url.searchParams.get('rung') === 'public' ? 'public' : 'cohort';
  const file = await locals.api.paper.collection({ cohortId: params.cohort, practiceIds, rung });
  return fileResponse(file, 'collection.pdf');
};
