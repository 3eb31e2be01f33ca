import { hitKinds } from '$lib/search/hit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const q = url.searchParams.get('q') ?? '';
  const asked = url.searchParams.get('kind');
  const kind = hitKinds.find((one) => one === asked) ?? null;
  return { q, kind, ...(await locals.api.search.find({ cohortId: params.cohort, q })) };
};
