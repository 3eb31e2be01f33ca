import { fail, redirect } from '@sveltejs/kit';
import { emptyForm, failed, readForm } from '$lib/access/form';
import { newId } from '$lib/platform/id';
import { createProgramme } from '$lib/programme/schema';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({
  form: await emptyForm(createProgramme, { id: newId() }),
});

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const form = await readForm(request, createProgramme, locals.locale);
    if (!form.valid) return fail(400, { form });
    try {
      await locals.api.programme.create(form.data);
    } catch (error) {
      return failed(form, error, locals.locale);
    }
    redirect(303, '/administration/programmes?saved');
  },
};
