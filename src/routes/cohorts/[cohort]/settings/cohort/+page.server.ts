import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { failed, readForm } from '$lib/access/form';
import { cohortSettings } from '$lib/cohort/schema';
import { newId } from '$lib/platform/id';
import { readRichText } from '$lib/platform/plain-text';
import { fromLocalInput } from '$lib/ui/format';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const settingsForm = cohortSettings.extend({ version: z.coerce.number().int().min(1) });

/** A date as its form sends it: local times, the zone is the cohort's. */
const dateForm = z.object({
  id: z.uuid(),
  title: z.string().trim().min(1).max(160),
  place: z.string().trim().max(300).default(''),
  startsAt: z.string().min(1).max(30),
  endsAt: z.string().max(30).default(''),
});

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends(`cohort:${params.cohort}`);
  const settings = await locals.api.cohort.settings({ cohortId: params.cohort });
  return { settings, newDateId: newId() };
};

async function saveDate({ locals, params, request }: RequestEvent) {
  const form = await readForm(request, dateForm, locals.locale);
  if (!form.valid) return fail(400, { dateForm: form });
  const { cohort } = await locals.api.cohort.frame({ cohortId: params.cohort });
  const startsAt = fromLocalInput(form.data.startsAt, cohort.timeZone);
  const endsAt = form.data.endsAt ? fromLocalInput(form.data.endsAt, cohort.timeZone) : null;
  try {
    await locals.api.cohort.saveDate({
      ...form.data,
      cohortId: params.cohort,
      startsAt: startsAt ?? new Date(Number.NaN),
      endsAt,
    });
  } catch (failure) {
    failed(form, failure, locals.locale);
    return fail(400, { dateForm: form });
  }
  redirect(303, `/cohorts/${params.cohort}/settings/cohort#dates`);
}

async function removeDate({ locals, params, request }: RequestEvent) {
  const dateId = String((await request.formData()).get('id'));
  const cohortId = params.cohort;
  const { dates } = await locals.api.cohort.settings({ cohortId });
  const removed = dates.find(({ id }) => id === dateId) ?? null;
  await locals.api.cohort.removeDate({ cohortId, dateId });
  return { removed };
}

async function restoreDate({ locals, params, request }: RequestEvent) {
  const sent = await request.formData();
  const value = (name: string) => String(sent.get(name) ?? '');
  await locals.api.cohort.saveDate({
    cohortId: params.cohort,
    id: value('id'),
    title: value('title'),
    place: value('place'),
    startsAt: new Date(value('startsAt')),
    endsAt: value('endsAt') ? new Date(value('endsAt')) : null,
  });
  redirect(303, `/cohorts/${params.cohort}/settings/cohort#dates`);
}

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

export const actions: Actions = { save, saveDate, removeDate, restoreDate };
