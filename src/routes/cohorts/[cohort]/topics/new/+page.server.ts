import { fail, redirect } from '@sveltejs/kit';
import { emptyForm, failed, readForm } from '$lib/access/form';
import { newId } from '$lib/platform/id';
import { readTopicForm, topicForm } from '$lib/topic/form';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const options = await locals.api.topic.form({ cohortId: params.cohort });
  return { options, form: await emptyForm(topicForm, { id: newId(), version: 0 }) };
};

type Deed = 'propose' | 'saveDraft' | 'enter';

const act =
  (deed: Deed) =>
  async ({ request, locals, params }: RequestEvent) => {
    const sent = await readTopicForm(request);
    const { plain } = sent;
    const form = await readForm(sent.form, topicForm, locals.locale);
    if (!form.valid) return fail(400, { form, plain });
    const { id: topicId, version, teamId, ...text } = form.data;
    const topic = { ...text, cohortId: params.cohort, topicId };
    try {
      if (deed === 'enter') await locals.api.topic.enter({ ...topic, teamId });
      else await locals.api.topic[deed]({ ...topic, version });
    } catch (error) {
      failed(form, error, locals.locale);
      return fail(400, { form, plain });
    }
    redirect(303, `/cohorts/${params.cohort}/topics/${topicId}`);
  };

export const actions: Actions = {
  propose: act('propose'),
  saveDraft: act('saveDraft'),
  enter: act('enter'),
};
