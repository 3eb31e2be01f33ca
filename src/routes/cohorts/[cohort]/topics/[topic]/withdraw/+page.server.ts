import { error, redirect } from '@sveltejs/kit';
import { refused } from '$lib/access/form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { topic, may } = await locals.api.topic.page({
    cohortId: params.cohort,
    topicId: params.topic,
  });
  if (!may.withdraw) error(404, 'not_found');
  return { topic: { id: topic.id, question: topic.question } };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const reason = String((await request.formData()).get('reason') ?? '');
    const ref = { cohortId: params.cohort, topicId: params.topic };
    try {
      await locals.api.topic.withdraw({ ...ref, reason });
    } catch (failure) {
      return refused(failure, locals.locale, { reason });
    }
    redirect(303, `/cohorts/${params.cohort}/topics/${params.topic}`);
  },
};
