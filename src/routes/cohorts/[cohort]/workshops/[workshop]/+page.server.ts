import { redirect } from '@sveltejs/kit';
import { refused } from '$lib/access/form';
import type { Actions, PageServerLoad } from './$types';

const refOf = (params: { cohort: string; workshop: string }) => ({
  cohortId: params.cohort,
  workshopId: params.workshop,
});

export const load: PageServerLoad = async ({ locals, params, depends, parent }) => {
  depends(`cohort:${params.cohort}`, `workshop:${params.workshop}`);
  depends(`agreements:${params.cohort}`, `outcome:${params.workshop}`);
  const { frame } = await parent();
  // What partners read of it stands on their start page.
  if (frame.roles.every((role) => role === 'partner')) redirect(303, `/cohorts/${params.cohort}`);
  const ref = refOf(params);
  const readsAll = frame.roles.some((role) => role !== 'expert' && role !== 'partner');
  const [workshop, { programme, mayPlan }, agreements, feedback] = await Promise.all([
    locals.api.workshop.page(ref),
    locals.api.agenda.publish.programme(ref),
    readsAll ? locals.api.agreement.ofWorkshop(ref) : null,
    readsAll ? locals.api.feedback.standing(ref) : null,
  ]);
  const isHeld = workshop.state === 'held';
  const outcomes = isHeld ? await locals.api.outcome.ofWorkshop(ref) : null;
  return { workshop, programme, mayPlan, agreements, feedback, outcomes };
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
