import { fail, redirect } from '@sveltejs/kit';
import { emptyForm, failed, readForm } from '$lib/access/form';
import { newId } from '$lib/platform/id';
import { readWorkshopForm, workshopForm, workshopFrom } from '$lib/workshop/form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const options = await locals.api.workshop.form({ cohortId: params.cohort });
  const form = await emptyForm(workshopForm, {
    id: newId(),
    version: 0,
    kind: 'workshop',
    title: '',
    dayIds: [newId()],
    dates: [''],
    starts: ['09:30'],
    ends: ['16:00'],
  });
  return { options, form };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const { form: sent, plain } = await readWorkshopForm(request);
    const form = await readForm(sent, workshopForm, locals.locale);
    if (!form.valid) return fail(400, { form, plain });
    try {
      await locals.api.workshop.save(workshopFrom(form.data, params.cohort));
    } catch (error) {
      failed(form, error, locals.locale);
      return fail(400, { form, plain });
    }
    redirect(303, `/cohorts/${params.cohort}/workshops/${form.data.id}`);
  },
};
