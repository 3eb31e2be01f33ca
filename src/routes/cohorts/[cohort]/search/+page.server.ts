import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const q = url.searchParams.get('q') ?? '';
  return { q, hits: await locals.api.search.find({ cohortId: params.cohort, q }) };
};
