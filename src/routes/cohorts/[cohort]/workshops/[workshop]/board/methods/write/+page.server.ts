import { fail, redirect } from '@sveltejs/kit';
import { emptyForm, failed, readForm } from '$lib/access/form';
import { methodForm } from '$lib/agenda/method/schema';
import { newId } from '$lib/platform/id';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const cohortId = params.cohort;
  const methodId = url.searchParams.get('method');
  // A new one too is for those who plan, and for nobody else.
  if (methodId === null) await locals.api.agenda.method.list({ cohortId });
  const written =
    methodId === null ? null : await locals.api.agenda.method.read({ cohortId, methodId });
  const form = await emptyForm(methodForm, written ?? { methodId: newId(), version: 0 });
  return { form, isNew: written === null };
};

export const actions: Actions = {
  save: async ({ locals, params, request }) => {
    const form = await readForm(request, methodForm, locals.locale);
    if (!form.valid) return fail(400, { form });
    try {
      await locals.api.agenda.method.save({ ...form.data, cohortId: params.cohort });
    } catch (error) {
      return failed(form, error, locals.locale);
    }
    const { cohort, workshop } = params;
    redirect(303, `/cohorts/${cohort}/workshops/${workshop}/board/methods#${form.data.methodId}`);
  },
};
