import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const [cohorts, erased] = await Promise.all([
    locals.api.cohort.mine(),
    locals.api.cohort.erased(),
  ]);
  return { cohorts, erased };
};
