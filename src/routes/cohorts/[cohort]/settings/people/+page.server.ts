import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends(`cohort:${params.cohort}`);
  return { directory: await locals.api.membership.directory({ cohortId: params.cohort }) };
};
