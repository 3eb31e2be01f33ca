import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  cohorts: await locals.api.cohort.mine(),
});
