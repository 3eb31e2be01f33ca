import { error, fail, redirect } from '@sveltejs/kit';
import { emptyForm, failed, readForm } from '$lib/access/form';
import { withdraw } from '$lib/topic/schema';
import type { Actions, PageServerLoad } from './$types';

const withdrawForm = withdraw.pick({ reason: true });

export const load: PageServerLoad = async ({ locals, params }) => {
  const { topic, may } = await locals.api.topic.page({
    cohortId: params.cohort,
    topicId: params.topic,
  });
  if (!may.withdraw) error(404, 'not_found');
  const { id, question } = topic;
  return { topic: { id, question }, form: await emptyForm(withdrawForm) };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await readForm(request, withdrawForm, locals.locale);
    if (!form.valid) return fail(400, { form });
    const ref = { cohortId: params.cohort, topicId: params.topic };
    try {
      await locals.api.topic.withdraw({ ...ref, ...form.data });
    } catch (failure) {
      return failed(form, failure, locals.locale);
    }
    redirect(303, `/cohorts/${params.cohort}/topics/${params.topic}`);
  },
};
