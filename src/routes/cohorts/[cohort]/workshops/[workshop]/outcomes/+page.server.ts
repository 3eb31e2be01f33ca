import { fail } from '@sveltejs/kit';
import { failed, readForm, refused } from '$lib/access/form';
import { draftForm, readOutcomeForm, tellForm } from '$lib/topic/outcome/form';
import type { Actions, PageServerLoad } from './$types';

const refOf = (params: { cohort: string; workshop: string }) => ({
  cohortId: params.cohort,
  workshopId: params.workshop,
});

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends(`outcome:${params.workshop}`, `workshop:${params.workshop}`);
  return { view: await locals.api.outcome.ofWorkshop(refOf(params)) };
};

export const actions: Actions = {
  /** Without script: keeps the draft. */
  save: async ({ request, locals, params }) => {
    const { form: sent, plain } = await readOutcomeForm(request);
    const form = await readForm(sent, draftForm, locals.locale);
    if (!form.valid) return fail(400, { form, plain });
    const { answer, ...rest } = form.data;
    try {
      await locals.api.outcome.save({ ...refOf(params), ...rest, answer: answer || null });
    } catch (error) {
      failed(form, error, locals.locale);
      return fail(400, { form, plain });
    }
  },

  tell: async ({ request, locals, params }) => {
    const { form: sent, plain } = await readOutcomeForm(request);
    const form = await readForm(sent, tellForm, locals.locale);
    if (!form.valid) return fail(400, { form, plain });
    try {
      await locals.api.outcome.tell({ ...refOf(params), ...form.data });
    } catch (error) {
      failed(form, error, locals.locale);
      return fail(400, { form, plain });
    }
  },

  returnToPool: async ({ request, locals, params }) => {
    const topicId = String((await request.formData()).get('topicId') ?? '');
    try {
      await locals.api.outcome.returnToPool({ ...refOf(params), topicId });
    } catch (error) {
      return refused(error, locals.locale);
    }
  },

  takeFromPool: async ({ request, locals, params }) => {
    const topicId = String((await request.formData()).get('topicId') ?? '');
    try {
      await locals.api.outcome.takeFromPool({ ...refOf(params), topicId });
    } catch (error) {
      return refused(error, locals.locale);
    }
  },
};
