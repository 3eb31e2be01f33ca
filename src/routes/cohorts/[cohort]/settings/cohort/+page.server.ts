import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { failed, readForm } from '$lib/access/form';
import { cohortSettings } from '$lib/cohort/schema';
import { readRichText } from '$lib/platform/plain-text';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const settingsForm = cohortSettings.extend({ version: z.coerce.number().int().min(1) });

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends(`cohort:${params.cohort}`);
  const settings = await locals.api.cohort.settings({ cohortId: params.cohort });
  return { settings };
};

async function save({ locals, params, request }: RequestEvent) {
  const sent = await request.formData();
  sent.set('welcome', readRichText(sent, 'welcome'));
  const form = await readForm(sent, settingsForm, locals.locale);
  if (!form.valid) return fail(400, { settingsForm: form });
  try {
    const { startsOn, endsOn, ...values } = form.data;
    const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;
    await locals.api.cohort.update({
      ...values,
      startsOn: day(startsOn),
      endsOn: day(endsOn),
      cohortId: params.cohort,
    });
  } catch (failure) {
    failed(form, failure, locals.locale);
    return fail(400, { settingsForm: form });
  }
  return { isSaved: true };
}

export const actions: Actions = { save };
