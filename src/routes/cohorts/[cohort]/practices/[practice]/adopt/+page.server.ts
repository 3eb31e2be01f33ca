import { fail, redirect } from '@sveltejs/kit';
import { emptyForm, failed, readForm, refused } from '$lib/access/form';
import { adoptionText } from '$lib/practice/adoption/schema';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const ref = { cohortId: params.cohort, practiceId: params.practice };
  const { adoption, ...about } = await locals.api.practice.adoption(ref);
  const stored = adoption && { ...adoption, contactId: adoption.contactId ?? '' };
  return { ...about, stored, form: await emptyForm(adoptionText, stored ?? {}) };
};

export const actions: Actions = {
  save: async ({ request, locals, params }) => {
    const form = await readForm(request, adoptionText, locals.locale);
    if (!form.valid) return fail(400, { form });
    const ref = { cohortId: params.cohort, practiceId: params.practice };
    try {
      await locals.api.practice.saveAdoption({ ...ref, ...form.data });
    } catch (failure) {
      return failed(form, failure, locals.locale);
    }
    redirect(303, `/cohorts/${params.cohort}/practices/${params.practice}#adoptions`);
  },
  remove: async ({ locals, params }) => {
    const ref = { cohortId: params.cohort, practiceId: params.practice };
    try {
      await locals.api.practice.deleteAdoption(ref);
    } catch (failure) {
      return refused(failure, locals.locale);
    }
    redirect(303, `/cohorts/${params.cohort}/practices/${params.practice}#adoptions`);
  },
};
