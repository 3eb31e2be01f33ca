import { fail, redirect } from '@sveltejs/kit';
import { failed, readForm } from '$lib/access/form';
import { publishCharter } from '$lib/charter/schema';
import { headingsForPage } from '$lib/platform/headings';
import { newId } from '$lib/platform/id';
import { readRichText } from '$lib/platform/plain-text';
import type { Actions, PageServerLoad } from './$types';

const formSchema = publishCharter.omit({ cohortId: true });

export const load: PageServerLoad = async ({ locals, params }) => ({
  charter: await locals.api.charter.forEditing({ cohortId: params.cohort }),
  id: newId(),
});

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const sent = await request.formData();
    const plain = { de: String(sent.get('bodyDe') ?? ''), en: String(sent.get('bodyEn') ?? '') };
    for (const field of ['bodyDe', 'bodyEn'])
      sent.set(field, headingsForPage(readRichText(sent, field)));
    const form = await readForm(sent, formSchema, locals.locale);
    if (!form.valid) return fail(400, { form, plain });
    try {
      await locals.api.charter.publish({ ...form.data, cohortId: params.cohort });
    } catch (error) {
      failed(form, error, locals.locale);
      return fail(400, { form, plain });
    }
    redirect(303, `/cohorts/${params.cohort}/settings/charter`);
  },
};
