import { fail } from '@sveltejs/kit';
import { failed, readForm } from '$lib/access/form';
import { moveCohort } from '$lib/cohort/schema';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends(`cohort:${params.cohort}`);
  return { settings: await locals.api.cohort.settings({ cohortId: params.cohort }) };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await readForm(request, moveCohort.omit({ cohortId: true }), locals.locale);
    if (!form.valid) return fail(400, { form });
    try {
      await locals.api.cohort.moveTo({ ...form.data, cohortId: params.cohort });
    } catch (failure) {
      return failed(form, failure, locals.locale);
    }
    return { form };
  },
};
