import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  // The days and the state of the workshop; what is planned, the board fetches by itself.
  depends(`workshop:${params.workshop}`);
  const ref = { cohortId: params.cohort, workshopId: params.workshop };
  return { board: await locals.api.agenda.open(ref) };
};
