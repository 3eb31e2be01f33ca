import { fail, redirect } from '@sveltejs/kit';
import { refused } from '$lib/access/form';
import { settleAgreement } from '$lib/agreement/schema';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends(`cohort:${params.cohort}`, `agreements:${params.cohort}`);
  return { list: await locals.api.agreement.list({ cohortId: params.cohort }) };
};

export const actions: Actions = {
  settle: async ({ locals, params, request }) => {
    const sent = Object.fromEntries(await request.formData());
    const { success, data } = settleAgreement.safeParse({ ...sent, cohortId: params.cohort });
    if (!success) return fail(400);
    try {
      await locals.api.agreement.settle(data);
    } catch (error) {
      return refused(error, locals.locale);
    }
    redirect(303, `/cohorts/${params.cohort}/agreements#${data.agreementId}`);
  },
};
