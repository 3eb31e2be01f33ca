import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { emptyForm, failed, readForm } from '$lib/access/form';
import { agreementForm, agreementFrom } from '$lib/agreement/form';
import { newId } from '$lib/platform/id';
import type { Actions, PageServerLoad } from './$types';

/** An id in the address, or nothing. */
const idOf = (text: string | null): string => z.uuid().safeParse(text).data ?? '';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const options = await locals.api.agreement.form({ cohortId: params.cohort });
  const asked = idOf(url.searchParams.get('workshop'));
  const workshopId = options.workshops.some(({ id }) => id === asked) ? asked : '';
  const itemId = idOf(url.searchParams.get('item'));
  const form = await emptyForm(agreementForm, { id: newId(), what: '', workshopId, itemId });
  return { options, form, workshopId };
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
    const workshop = idOf(url.searchParams.get('workshop'));
    const home = `/cohorts/${params.cohort}`;
    redirect(
      303,
      workshop !== '' && workshop === form.data.workshopId
        ? `${home}/workshops/${workshop}${url.searchParams.has('day') ? '/day' : ''}#agreements`
        : `${home}/agreements#${form.data.id}`,
    );
  },
};
