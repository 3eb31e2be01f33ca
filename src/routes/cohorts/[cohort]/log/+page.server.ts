import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
  depends(`cohort:${params.cohort}`);
  const before = url.searchParams.get('before');
  return { log: await locals.api.membership.log({ cohortId: params.cohort, before }), before };
};
