import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends(`cohort:${params.cohort}`);
  return { view: await locals.api.key.directory({ cohortId: params.cohort }) };
};
