import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends(`cohort:${params.cohort}`);
  return { series: await locals.api.workshop.list({ cohortId: params.cohort }) };
};
