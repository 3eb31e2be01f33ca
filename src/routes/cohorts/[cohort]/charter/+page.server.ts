import { redirect } from '@sveltejs/kit';
import { failed, readForm } from '$lib/access/form';
import { acceptCharter } from '$lib/charter/schema';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends(`cohort:${params.cohort}`);
  return { charter: await locals.api.charter.get({ cohortId: params.cohort }) };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await readForm(request, acceptCharter.omit({ cohortId: true }), locals.locale);
    try {
      await locals.api.charter.accept({ ...form.data, cohortId: params.cohort });
    } catch (error) {
      return failed(form, error, locals.locale);
    }
    redirect(303, `/cohorts/${params.cohort}`);
  },
};
