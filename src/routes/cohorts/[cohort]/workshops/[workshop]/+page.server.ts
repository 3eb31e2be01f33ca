import { fail, redirect } from '@sveltejs/kit';
import { readForm, refused } from '$lib/access/form';
import { need } from '$lib/workshop/participation/need/schema';
import { replacement, type ParticipationAnswer } from '$lib/workshop/participation/schema';
import type { Actions, PageServerLoad } from './$types';

const refOf = (params: { cohort: string; workshop: string }) => ({
  cohortId: params.cohort,
  workshopId: params.workshop,
});

export const load: PageServerLoad = async ({ locals, params, depends, parent }) => {
  depends(`cohort:${params.cohort}`, `workshop:${params.workshop}`);
  depends(`agreements:${params.cohort}`, `outcome:${params.workshop}`);
  depends(`proceedings:${params.workshop}`);
  const { frame } = await parent();
  // What partners read of it stands on their start page.
  if (frame.roles.every((role) => role === 'partner')) redirect(303, `/cohorts/${params.cohort}`);
  const ref = refOf(params);
  const readsAll = frame.roles.some((role) => role !== 'expert' && role !== 'partner');
  const [workshop, { programme, mayPlan }, agreements, proceedings, feedback, participation] =
    await Promise.all([
      locals.api.workshop.page(ref),
      locals.api.agenda.publish.programme(ref),
      readsAll ? locals.api.agreement.ofWorkshop(ref) : null,
      locals.api.proceedings.status(ref),
      readsAll ? locals.api.feedback.standing(ref) : null,
      locals.api.workshop.participation.own(ref),
    ]);
  const isHeld = workshop.state === 'held';
  const outcomes = isHeld ? await locals.api.outcome.ofWorkshop(ref) : null;
  return {
    workshop,
    programme,
    mayPlan,
    agreements,
    proceedings,
    feedback,
    outcomes,
    participation,
  };
};

export const actions: Actions = {
  answer: async ({ request, locals, params }) => {
    const answer = (await request.formData()).get('answer') as ParticipationAnswer;
    try {
      await locals.api.workshop.participation.answer({ ...refOf(params), answer });
    } catch (error) {
      return refused(error, locals.locale);
    }
  },

  replace: async ({ request, locals, params }) => {
    const form = await readForm(request, replacement, locals.locale);
    if (!form.valid) return fail(400, { replacement: form });
    try {
      await locals.api.workshop.participation.replace({ ...refOf(params), ...form.data });
    } catch (error) {
      return refused(error, locals.locale);
    }
  },

  need: async ({ request, locals, params }) => {
    const form = await readForm(request, need, locals.locale);
    if (!form.valid) return fail(400, { need: form });
    try {
      await locals.api.workshop.participation.saveNeed({ ...refOf(params), ...form.data });
    } catch (error) {
      return refused(error, locals.locale);
    }
  },

  resume: async ({ locals, params }) => {
    try {
      await locals.api.workshop.resume(refOf(params));
    } catch (error) {
      return refused(error, locals.locale);
    }
  },
};
