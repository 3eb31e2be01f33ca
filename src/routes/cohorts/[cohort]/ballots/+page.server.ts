import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
  depends(`cohort:${params.cohort}`);
  const before = url.searchParams.get('before');
  const input = { cohortId: params.cohort, ...(before ? { before } : {}) };
  return { list: await locals.api.ballot.list(input) };
};
