import { redirect } from '@sveltejs/kit';
import { emptyForm, failed, readForm } from '$lib/access/form';
import { sendAnnouncement } from '$lib/announcement/schema';
import { newId } from '$lib/platform/id';
import { readRichText } from '$lib/platform/plain-text';
import type { Actions, PageServerLoad } from './$types';

const typed = sendAnnouncement.omit({ cohortId: true });

export const load: PageServerLoad = async ({ locals, params }) => {
  const { teams } = await locals.api.announcement.form({ cohortId: params.cohort });
  return { teams, form: await emptyForm(typed, { id: newId() }) };
};

/** The text stands in two fields, whether the editor was there or not. */
async function readTyped(request: Request, locale: App.Locals['locale']) {
  const data = await request.formData();
  data.set('body', readRichText(data, 'body'));
  return readForm(data, typed, locale);
}

export const actions: Actions = {
  /** Before anything goes out: how many people does it reach? */
  check: async ({ locals, params, request }) => {
    const form = await readTyped(request, locals.locale);
    if (!form.valid) return { form };
    const { count } = await locals.api.announcement.addressees({
      ...form.data,
      cohortId: params.cohort,
    });
    return { form, count };
  },

  send: async ({ locals, params, request }) => {
    const form = await readTyped(request, locals.locale);
    if (!form.valid) return { form };
    try {
      await locals.api.announcement.send({ ...form.data, cohortId: params.cohort });
    } catch (error) {
      return failed(form, error, locals.locale);
    }
    redirect(303, `/cohorts/${params.cohort}/announcements`);
  },
};
