import { fail, redirect } from '@sveltejs/kit';
import { errorText } from '$lib/access/error-text';
import { refused } from '$lib/access/form';
import { fromLocalInput, toLocalInput } from '$lib/ui/format';
import type { Actions, PageServerLoad } from './$types';

const refOf = (params: { cohort: string; ballot: string }) => ({
  cohortId: params.cohort,
  ballotId: params.ballot,
});
const pageOf = (params: { cohort: string; ballot: string }) =>
  `/cohorts/${params.cohort}/ballots/${params.ballot}`;

export const load: PageServerLoad = async ({ locals, params, parent, depends }) => {
  depends(`ballot:${params.ballot}`);
  const ballot = await locals.api.ballot.get(refOf(params));
  const isManageable = ballot.mayManage && (ballot.state === 'open' || ballot.state === 'closed');
  if (!isManageable) redirect(303, pageOf(params));
  const { frame } = await parent();
  return { ballot, closesAt: toLocalInput(ballot.closesAt, frame.cohort.timeZone) };
};

export const actions: Actions = {
  remind: async ({ locals, params }) => {
    try {
      return await locals.api.ballot.remind(refOf(params));
    } catch (error) {
      return refused(error, locals.locale);
    }
  },

  prolong: async ({ locals, params, request }) => {
    const typed = String((await request.formData()).get('closesAt') ?? '');
    const { cohort } = await locals.api.cohort.frame({ cohortId: params.cohort });
    const closesAt = fromLocalInput(typed, cohort.timeZone);
    if (!closesAt) {
      const refusal = errorText('field_not_a_time', {}, locals.locale);
      return fail(400, { appCode: 'field_not_a_time', refusal, typed: { closesAt: typed } });
    }
    try {
      await locals.api.ballot.prolong({ ...refOf(params), closesAt });
    } catch (error) {
      return refused(error, locals.locale, { closesAt: typed });
    }
    redirect(303, pageOf(params));
  },

  close: async ({ locals, params }) => {
    try {
      await locals.api.ballot.close(refOf(params));
    } catch (error) {
      return refused(error, locals.locale);
    }
    redirect(303, pageOf(params));
  },

  cancel: async ({ locals, params, request }) => {
    const reason = String((await request.formData()).get('reason') ?? '');
    try {
      await locals.api.ballot.cancel({ ...refOf(params), reason });
    } catch (error) {
      return refused(error, locals.locale, { reason });
    }
    redirect(303, pageOf(params));
  },
};
