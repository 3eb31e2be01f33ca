import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
  cohortId: params.cohort,
  view: await locals.api.day.open({ cohortId: params.cohort, workshopId: params.workshop }),
});
