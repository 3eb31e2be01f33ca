import { error, fail, isHttpError, redirect } from '@sveltejs/kit';
import { emptyForm, failed, readForm } from '$lib/access/form';
import { readTopicForm, topicForm } from '$lib/topic/form';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  // Not "topic:…": what others do must not disturb who is writing here. It is fetched again after
  // a conflict only.
  depends('topic:stored');
  const ref = { cohortId: params.cohort, topicId: params.topic };
  const options = await locals.api.topic.form(ref).catch((failure: unknown) => {
    if (isHttpError(failure, 403)) redirect(303, topicHref(ref));
    throw failure;
  });
  const { topic } = options;
  if (!topic) error(404, 'not_found');
  return { options, topic, form: await emptyForm(topicForm, topic) };
};

const topicHref = ({ cohortId, topicId }: { cohortId: string; topicId: string }) =>
  `/cohorts/${cohortId}/topics/${topicId}`;

const act =
  (deed: 'change' | 'propose' | 'saveDraft') =>
  async ({ request, locals, params }: RequestEvent) => {
    const sent = await readTopicForm(request);
    const { plain } = sent;
    const form = await readForm(sent.form, topicForm, locals.locale);
    if (!form.valid) return fail(400, { form, plain });
    const { id: _id, version, teamId: _teamId, ...text } = form.data;
    const ref = { cohortId: params.cohort, topicId: params.topic };
    try {
      await locals.api.topic[deed]({ ...text, ...ref, version });
    } catch (failure) {
      failed(form, failure, locals.locale);
      return fail(400, { form, plain });
    }
    redirect(303, topicHref(ref));
  };

export const actions: Actions = {
  change: act('change'),
  propose: act('propose'),
  saveDraft: act('saveDraft'),
};
