import { error, fail, redirect } from '@sveltejs/kit';
import { errorText } from '$lib/access/error-text';
import { emptyForm, failed, readForm, refused } from '$lib/access/form';
import { clockText } from '$lib/workshop/days';
import { readWorkshopForm, workshopForm, workshopFrom } from '$lib/workshop/form';
import type { Actions, PageServerLoad } from './$types';

const refOf = (params: { cohort: string; workshop: string }) => ({
  cohortId: params.cohort,
  workshopId: params.workshop,
});
const pageOf = (params: { cohort: string; workshop: string }) =>
  `/cohorts/${params.cohort}/workshops/${params.workshop}`;

// Not live: what is typed here must not vanish because somebody else was faster.
export const load: PageServerLoad = async ({ locals, params }) => {
  const options = await locals.api.workshop.form(refOf(params));
  const { stored } = options;
  if (!stored) error(404, { message: 'not_found', appCode: 'not_found' });
  if (stored.state === 'cancelled') redirect(303, pageOf(params));
  const { id, version, kind, title, about, place, onlineUrl, guestIds, days } = stored;
  const form = await emptyForm(workshopForm, {
    ...{ id, version, kind, title, about, place, onlineUrl, guestIds },
    number: stored.number === null ? '' : String(stored.number),
    seats: stored.seats === null ? '' : String(stored.seats),
    isDated: days[0]?.date ? 'dated' : 'undated',
    dayIds: days.map((day) => day.id),
    dates: days.map(({ date }) => date ?? ''),
    starts: days.map(({ startMinute }) => clockText(startMinute)),
    ends: days.map(({ endMinute }) => clockText(endMinute)),
  });
  return { options, stored, form };
};

export const actions: Actions = {
  save: async ({ request, locals, params }) => {
    const { form: sent, plain } = await readWorkshopForm(request);
    const form = await readForm(sent, workshopForm, locals.locale);
    if (!form.valid) return fail(400, { form, plain });
    try {
      const workshop = workshopFrom(form.data, params.cohort);
      await locals.api.workshop.save({ ...workshop, workshopId: params.workshop });
    } catch (failure) {
      failed(form, failure, locals.locale);
      return fail(400, { form, plain });
    }
    redirect(303, pageOf(params));
  },

  cancel: async ({ request, locals, params }) => {
    const reason = String((await request.formData()).get('reason') ?? '');
    if (reason.trim() === '') {
      const refusal = errorText('field_required', {}, locals.locale);
      return fail(400, { appCode: 'field_required', refusal, typed: { reason } });
    }
    try {
      await locals.api.workshop.cancel({ ...refOf(params), reason });
    } catch (failure) {
      return refused(failure, locals.locale, { reason });
    }
    redirect(303, pageOf(params));
  },

  discard: async ({ locals, params }) => {
    try {
      await locals.api.workshop.discard(refOf(params));
    } catch (failure) {
      return refused(failure, locals.locale);
    }
    redirect(303, `/cohorts/${params.cohort}/workshops`);
  },
};
