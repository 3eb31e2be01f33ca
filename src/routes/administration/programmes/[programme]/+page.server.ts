import { error, fail, redirect } from '@sveltejs/kit';
import { emptyForm, failed, readForm } from '$lib/access/form';
import { renameProgramme } from '$lib/programme/schema';
import type { Actions, PageServerLoad } from './$types';

const formSchema = renameProgramme.omit({ programmeId: true });

export const load: PageServerLoad = async ({ locals, params }) => {
  const programmes = await locals.api.programme.list();
  const programme = programmes.find(({ id }) => id === params.programme);
  if (!programme) error(404, { message: 'not_found', appCode: 'not_found' });
  const { name, version } = programme;
  return { name, form: await emptyForm(formSchema, { name, version }) };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await readForm(request, formSchema, locals.locale);
    if (!form.valid) return fail(400, { form });
    try {
      await locals.api.programme.rename({ ...form.data, programmeId: params.programme });
    } catch (failure) {
      const { appCode, facts } = failure as {
        appCode?: string;
        facts?: { currentVersion?: number };
      };
      // Both names are shown; sending the form again then counts as a decision.
      if (appCode === 'conflict') form.data.version = facts?.currentVersion ?? form.data.version;
      return failed(form, failure, locals.locale);
    }
    redirect(303, '/administration/programmes?saved');
  },
};
