import { error, fail, redirect } from '@sveltejs/kit';
import { emptyForm, failed, readForm } from '$lib/access/form';
import { newId } from '$lib/platform/id';
import { createCohort } from '$lib/programme/schema';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const programmes = await locals.api.programme.list();
  const programme = programmes.find(({ id }) => id === url.searchParams.get('programme'));
  if (!programme) error(404, { message: 'not_found', appCode: 'not_found' });
  const form = await emptyForm(createCohort, { id: newId(), programmeId: programme.id });
  return { programme: programme.name, form };
};

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const form = await readForm(request, createCohort, locals.locale);
    if (!form.valid) return fail(400, { form });
    try {
      await locals.api.programme.createCohort(form.data);
    } catch (failure) {
      return failed(form, failure, locals.locale);
    }
    redirect(303, `/administration/cohorts/${form.data.id}?done=created`);
  },
};
