import { redirect } from '@sveltejs/kit';
import { refused } from '$lib/access/form';
import type { Actions, PageServerLoad } from './$types';

const refOf = (params: { cohort: string; workshop: string }) => ({
  cohortId: params.cohort,
  workshopId: params.workshop,
});

// Not live: what is read here is what is published, or nothing.
export const load: PageServerLoad = async ({ locals, params }) => ({
  preview: await locals.api.proceedings.preview(refOf(params)),
});

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await request.formData();
    const text = (name: string) => String(form.get(name) ?? '');
    try {
      await locals.api.proceedings.publish({
        ...refOf(params),
        revision: Number(text('revision')),
        version: Number(text('version')),
        reason: text('reason'),
      });
    } catch (error) {
      return refused(error, locals.locale, { reason: text('reason') });
    }
    redirect(303, `/cohorts/${params.cohort}/workshops/${params.workshop}/proceedings`);
  },
};
