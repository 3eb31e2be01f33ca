import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends(`cohort:${params.cohort}`);
  return { versions: await locals.api.charter.history({ cohortId: params.cohort }) };
};
