import { fail, redirect } from '@sveltejs/kit';
import { refused } from '$lib/access/form';
import { missingReasonsOf, readDecisionItems } from '$lib/ballot/decision/decision-form';
import { readRichText } from '$lib/platform/plain-text';
import type { Actions, PageServerLoad } from './$types';

const refOf = (params: { cohort: string; ballot: string }) => ({
  cohortId: params.cohort,
  ballotId: params.ballot,
});
const pageOf = (params: { cohort: string; ballot: string }) =>
  `/cohorts/${params.cohort}/ballots/${params.ballot}`;

// Not live: what is typed here must not vanish because somebody else was faster.
export const load: PageServerLoad = async ({ locals, params }) => {
  const ballot = await locals.api.ballot.get(refOf(params));
  const isDecidable = ballot.mayManage && ballot.state === 'closed' && ballot.outcome;
  if (!isDecidable) redirect(303, pageOf(params));
  return { ballot };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await request.formData();
    const ballot = await locals.api.ballot.get(refOf(params));
    const optionIds = ballot.options.map(({ id }) => id);
    const items = readDecisionItems(form, optionIds);
    const statement = readRichText(form, 'statement');
    try {
      await locals.api.ballot.decide({ ...refOf(params), statement, items });
    } catch (error) {
      const { status, data } = refused(error, locals.locale);
      const missingReasons = missingReasonsOf(items, ballot.outcome?.result?.chosen);
      const plain = String(form.get('statement') ?? '');
      const draft = { statement: { html: statement, plain }, items };
      return fail(status, { ...data, draft, missingReasons });
    }
    redirect(303, pageOf(params));
  },
};
