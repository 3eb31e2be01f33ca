import { fail, redirect } from '@sveltejs/kit';
import { emptyForm, failed, readForm, refused } from '$lib/access/form';
import { askErasure, moveCohort } from '$lib/cohort/schema';
import { m } from '$lib/paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

const erasureForm = askErasure.omit({ cohortId: true });

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends(`cohort:${params.cohort}`);
  const settings = await locals.api.cohort.settings({ cohortId: params.cohort });
  const backupNote = m.cohort_erasure_backups_draft({}, { locale: locals.locale });
  return {
    settings,
    erasureForm: await emptyForm(erasureForm, { confirmation: '', backupNote }),
  };
};

export const actions: Actions = {
  move: async ({ locals, params, request }) => {
    const form = await readForm(request, moveCohort.omit({ cohortId: true }), locals.locale);
    if (!form.valid) return fail(400, { form });
    try {
      await locals.api.cohort.moveTo({ ...form.data, cohortId: params.cohort });
    } catch (failure) {
      return failed(form, failure, locals.locale, { reason_missing: 'reason' });
    }
    return { form };
  },
  discard: async ({ locals, params }) => {
    try {
      await locals.api.cohort.discard({ cohortId: params.cohort });
    } catch (failure) {
      return refused(failure, locals.locale);
    }
    redirect(303, '/cohorts');
  },
  askErasure: async ({ locals, params, request }) => {
    const form = await readForm(request, erasureForm, locals.locale);
    if (!form.valid) return fail(400, { erasureForm: form });
    try {
      await locals.api.cohort.askErasure({ ...form.data, cohortId: params.cohort });
    } catch (failure) {
      failed(form, failure, locals.locale, { cohort_name_differs: 'confirmation' });
      return fail(400, { erasureForm: form });
    }
    redirect(303, `/cohorts/${params.cohort}/settings`);
  },
  withdrawErasure: async ({ locals, params }) => {
    await locals.api.cohort.withdrawErasure({ cohortId: params.cohort });
    redirect(303, `/cohorts/${params.cohort}/settings`);
  },
};
