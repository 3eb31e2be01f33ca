import { redirect } from '@sveltejs/kit';
import { refused } from '$lib/access/form';
import type { Actions, PageServerLoad } from './$types';

const refOf = (params: { cohort: string; workshop: string }) => ({
  cohortId: params.cohort,
  workshopId: params.workshop,
});

export const load: PageServerLoad = async ({ locals, params, depends, parent }) => {
  depends(`cohort:${params.cohort}`, `workshop:${params.workshop}`);
  const { frame } = await parent();
  // What partners read of it stands on their start page.
  if (frame.roles.every((role) => role === 'partner')) redirect(303, `/cohorts/${params.cohort}`);
  const ref = refOf(params);
  const [workshop, { programme, mayPlan }] = await Promise.all([
    locals.api.workshop.page(ref),
    locals.api.agenda.publish.programme(ref),
  ]);
  return { workshop, programme, mayPlan };
};

export const actions: Actions = {
  resume: async ({ locals, params }) => {
    try {
      await locals.api.workshop.resume(refOf(params));
    } catch (error) {
      return refused(error, locals.locale);
    }
  },
};
