import { redirect } from '@sveltejs/kit';
import { refused } from '$lib/access/form';
import { newId } from '$lib/platform/id';
import type { Actions, PageServerLoad } from './$types';

const refOf = (params: { cohort: string; practice: string }) => ({
  cohortId: params.cohort,
  practiceId: params.practice,
});

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends(`practice:${params.practice}`);
  return { ladder: await locals.api.practice.ladder.get(refOf(params)), nextId: newId() };
};

export const actions: Actions = {
  prepare: async ({ request, locals, params, url }) => {
    const form = await request.formData();
    const step = { stepId: String(form.get('stepId')), rung: form.get('rung') as 'cohort' };
    let stepId: string;
    try {
      ({ stepId } = await locals.api.practice.ladder.prepare({ ...refOf(params), ...step }));
    } catch (error) {
      return refused(error, locals.locale);
    }
    redirect(303, `${url.pathname}/${stepId}`);
  },
  down: async ({ request, locals, params, url }) => {
    const form = await request.formData();
    const step = { stepId: String(form.get('stepId')), stays: form.get('stays') as 'team' };
    try {
      await locals.api.practice.ladder.down({ ...refOf(params), ...step });
    } catch (error) {
      return refused(error, locals.locale);
    }
    redirect(303, url.pathname);
  },
};
