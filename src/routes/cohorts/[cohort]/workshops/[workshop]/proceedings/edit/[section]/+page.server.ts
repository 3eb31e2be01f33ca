import { redirect } from '@sveltejs/kit';
import { refused } from '$lib/access/form';
import type { Actions, PageServerLoad } from './$types';

const refOf = (params: { cohort: string; workshop: string; section: string }) => ({
  cohortId: params.cohort,
  workshopId: params.workshop,
  sectionId: params.section,
});

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends(`proceedings:${params.workshop}`);
  return { history: await locals.api.proceedings.sectionHistory(refOf(params)) };
};

export const actions: Actions = {
  restore: async ({ locals, params, request }) => {
    const version = Number((await request.formData()).get('version'));
    try {
      await locals.api.proceedings.restoreSection({ ...refOf(params), version });
    } catch (error) {
      return refused(error, locals.locale);
    }
    const { cohort, workshop, section } = params;
    redirect(303, `/cohorts/${cohort}/workshops/${workshop}/proceedings/edit#section-${section}`);
  },
};
