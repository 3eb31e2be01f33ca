import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends(`cohort:${params.cohort}`);
  return { offered: await locals.api.paper.offer({ cohortId: params.cohort }) };
};
