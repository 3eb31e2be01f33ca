import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends(`cohort:${params.cohort}`, `workshop:${params.workshop}`);
  const ref = { cohortId: params.cohort, workshopId: params.workshop };
  return { view: await locals.api.workshop.participation.needs(ref) };
};
