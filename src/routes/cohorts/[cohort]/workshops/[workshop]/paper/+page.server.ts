import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { workshop, programme, mayPlan } = await locals.api.agenda.publish.programme({
    cohortId: params.cohort,
    workshopId: params.workshop,
  });
  return { title: workshop.title, isPublished: programme !== null, mayPlan };
};
