import { fail, redirect } from '@sveltejs/kit';
import { emptyForm, failed, readForm } from '$lib/access/form';
import { publishCharter } from '$lib/charter/schema';
import { newId } from '$lib/platform/id';
import type { Actions, PageServerLoad } from './$types';

const formSchema = publishCharter.omit({ cohortId: true });

export const load: PageServerLoad = async ({ locals, params }) => {
  const charter = await locals.api.charter.forEditing({ cohortId: params.cohort });
  const { version, bodyDe, bodyEn } = charter;
  const form = await emptyForm(formSchema, { id: newId(), bodyDe, bodyEn, baseVersion: version });
  return { charter, form };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await readForm(request, formSchema, locals.locale);
    if (!form.valid) return fail(400, { form });
    try {
      await locals.api.charter.publish({ ...form.data, cohortId: params.cohort });
    } catch (error) {
      return failed(form, error, locals.locale);
    }
    redirect(303, `/cohorts/${params.cohort}/settings/charter`);
  },
};
