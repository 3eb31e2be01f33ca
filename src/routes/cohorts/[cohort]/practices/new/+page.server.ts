import { fail, redirect } from '@sveltejs/kit';
import { emptyForm, failed, readForm } from '$lib/access/form';
import { newId } from '$lib/platform/id';
import { startForm } from '$lib/practice/form/start-form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const cohort = { cohortId: params.cohort };
  const options = await locals.api.practice.options(cohort);
  const asked = url.searchParams.get('topic') ?? '';
  const topicId = options.topics.some(({ id }) => id === asked) ? asked : '';
  const isFromHarvest = url.searchParams.get('from') === 'harvest';
  return { options, isFromHarvest, form: await emptyForm(startForm, { id: newId(), topicId }) };
};

export const actions: Actions = {
  default: async ({ request, locals, params, url }) => {
    const form = await readForm(request, startForm, locals.locale);
    if (!form.valid) return fail(400, { form });
    const { id: practiceId, topicId, gist, kind } = form.data;
    const content = { gist, kind: kind || null, language: locals.locale };
    try {
      await locals.api.practice.create({
        cohortId: params.cohort,
        practiceId,
        topicId: topicId || null,
        content,
      });
    } catch (error) {
      return failed(form, error, locals.locale);
    }
    const isFromHarvest = url.searchParams.get('from') === 'harvest';
    const rest = isFromHarvest ? '?from=harvest' : '';
    redirect(303, `/cohorts/${params.cohort}/practices/${practiceId}/edit${rest}`);
  },
};
