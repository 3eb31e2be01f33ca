import { fail } from '@sveltejs/kit';
import { failed, readForm } from '$lib/access/form';
import { answerForForm } from '$lib/workshop/participation/schema';
import type { Actions, PageServerLoad } from './$types';

const refOf = (params: { cohort: string; workshop: string }) => ({
  cohortId: params.cohort,
  workshopId: params.workshop,
});

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends(`cohort:${params.cohort}`, `workshop:${params.workshop}`);
  return { view: await locals.api.workshop.participation.list(refOf(params)) };
};

export const actions: Actions = {
  answerFor: async ({ request, locals, params }) => {
    const form = await readForm(request, answerForForm, locals.locale);
    if (!form.valid) return fail(400, { form });
    try {
      await locals.api.workshop.participation.answerFor({ ...refOf(params), ...form.data });
    } catch (error) {
      failed(form, error, locals.locale);
      return fail(400, { form });
    }
  },
};
