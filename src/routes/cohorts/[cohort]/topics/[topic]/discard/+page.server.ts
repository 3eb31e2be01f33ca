import { error, redirect } from '@sveltejs/kit';
import { refused } from '$lib/access/form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { topic, may } = await locals.api.topic.page({
    cohortId: params.cohort,
    topicId: params.topic,
  });
  if (!may.discard) error(404, 'not_found');
  return { topic: { id: topic.id, question: topic.question } };
};

export const actions: Actions = {
  default: async ({ locals, params }) => {
    try {
      await locals.api.topic.discard({ cohortId: params.cohort, topicId: params.topic });
    } catch (failure) {
      return refused(failure, locals.locale);
    }
    redirect(303, `/cohorts/${params.cohort}/topics?phase=drafts`);
  },
};
