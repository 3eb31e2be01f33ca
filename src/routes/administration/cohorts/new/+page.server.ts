import { fail, redirect } from '@sveltejs/kit';
import { emptyForm, failed, readForm } from '$lib/access/form';
import { newId } from '$lib/platform/id';
import { createCohort } from '$lib/programme/schema';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const programmes = await locals.api.programme.list();
  const [first] = programmes;
  if (!first) redirect(303, '/administration/programmes/new');
  const wished = programmes.find(({ id }) => id === url.searchParams.get('programme')) ?? first;
  return {
    programmes: programmes.map(({ id, name }) => ({ value: id, label: name })),
    form: await emptyForm(createCohort, { id: newId(), programmeId: wished.id }),
  };
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
