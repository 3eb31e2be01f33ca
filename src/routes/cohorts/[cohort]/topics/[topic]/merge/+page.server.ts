import { error, redirect } from '@sveltejs/kit';
import { refused } from '$lib/access/form';
import { newId } from '$lib/platform/id';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const ref = { cohortId: params.cohort, topicId: params.topic };
  const { topic, may } = await locals.api.topic.page(ref);
  if (!may.merge) error(404, 'not_found');
  const q = url.searchParams.get('q') ?? '';
  const candidates = await locals.api.merge.candidates({ ...ref, q });
  return { topic: { id: topic.id, question: topic.question }, q, candidates, id: newId() };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData();
    const text = (name: string) => String(form.get(name) ?? '');
    const { cohort: cohortId, topic: fromId } = params;
    const proposal = { id: text('id'), intoId: text('intoId'), reason: text('reason') };
    try {
      await locals.api.merge.propose({ cohortId, fromId, ...proposal });
    } catch (failure) {
      return refused(failure, locals.locale, proposal);
    }
    redirect(303, `/cohorts/${cohortId}/topics/${fromId}`);
  },
};
