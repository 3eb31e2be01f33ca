import { error, fail, redirect } from '@sveltejs/kit';
import { emptyForm, failed, readForm } from '$lib/access/form';
import { newId } from '$lib/platform/id';
import { proposeMerge } from '$lib/topic/merge/schema';
import type { Actions, PageServerLoad } from './$types';

const mergeForm = proposeMerge.pick({ id: true, intoId: true, reason: true });

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const ref = { cohortId: params.cohort, topicId: params.topic };
  const { topic, may } = await locals.api.topic.page(ref);
  if (!may.merge) error(404, 'not_found');
  const q = url.searchParams.get('q') ?? '';
  const candidates = await locals.api.merge.candidates({ ...ref, q });
  const form = await emptyForm(mergeForm, { id: newId() });
  return { topic: { id: topic.id, question: topic.question }, q, candidates, form };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await readForm(request, mergeForm, locals.locale);
    if (!form.valid) return fail(400, { form });
    const { cohort: cohortId, topic: fromId } = params;
    try {
      await locals.api.merge.propose({ cohortId, fromId, ...form.data });
    } catch (failure) {
      return failed(form, failure, locals.locale);
    }
    redirect(303, `/cohorts/${cohortId}/topics/${fromId}`);
  },
};
