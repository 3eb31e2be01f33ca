import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { emptyForm, failed, readForm } from '$lib/access/form';
import { agreementForm, agreementFrom } from '$lib/agreement/form';
import { newId } from '$lib/platform/id';
import type { Actions, PageServerLoad } from './$types';

/** An id in the address, or nothing. */
const idOf = (text: string | null): string => z.uuid().safeParse(text).data ?? '';

/** The page that led here. */
function backFrom(cohortId: string, { workshopId, topicId }: Record<string, string>): string {
  const home = `/cohorts/${cohortId}`;
  if (!workshopId) return `${home}/agreements`;
  const workshop = `${home}/workshops/${workshopId}`;
  return topicId ? `${workshop}/outcomes#topic-${topicId}` : workshop;
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const options = await locals.api.agreement.form({ cohortId: params.cohort });
  const asked = idOf(url.searchParams.get('workshop'));
  const workshopId = options.workshops.some(({ id }) => id === asked) ? asked : '';
  const itemId = idOf(url.searchParams.get('item'));
  const topicId = idOf(url.searchParams.get('topic'));
  const names = { workshopId, itemId, topicId };
  const form = await emptyForm(agreementForm, { id: newId(), what: '', ...names });
  return { options, form, backHref: backFrom(params.cohort, { workshopId, topicId }) };
};

export const actions: Actions = {
  default: async ({ locals, params, request, url }) => {
    const form = await readForm(request, agreementForm, locals.locale);
    if (!form.valid) return fail(400, { form });
    try {
      await locals.api.agreement.save(agreementFrom(form.data, params.cohort));
    } catch (error) {
      return failed(form, error, locals.locale);
    }
    const { workshopId, topicId, id } = form.data;
    const workshop = idOf(url.searchParams.get('workshop'));
    const home = `/cohorts/${params.cohort}`;
    if (workshop === '' || workshop !== workshopId) redirect(303, `${home}/agreements#${id}`);
    if (topicId !== '') redirect(303, backFrom(params.cohort, { workshopId, topicId }));
    const isDay = url.searchParams.has('day');
    redirect(303, `${home}/workshops/${workshop}${isDay ? '/day' : ''}#agreements`);
  },
};
