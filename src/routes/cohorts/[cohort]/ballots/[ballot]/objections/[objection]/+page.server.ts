import { fail, redirect } from '@sveltejs/kit';
import { refused } from '$lib/access/form';
import { missingReasonsOf, readDecisionItems } from '$lib/ballot/decision/decision-form';
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
  const objection = ballot.outcome?.round?.objections.find(({ id }) => id === params.objection);
  // Settled meanwhile: whoever has typed an answer keeps it.
  const isSettled = Boolean(objection?.answer ?? objection?.withdrawnAt);
  if (!objection || (!objection.mayAnswer && !isSettled))
    redirect(303, `${pageOf(params)}#objections`);
  return { ballot, objection, isSettled };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await request.formData();
    const ballot = await locals.api.ballot.get(refOf(params));
    const items = readDecisionItems(
      form,
      ballot.options.map(({ id }) => id),
    );
    const answer = String(form.get('answer') ?? '');
    const outcome = String(form.get('outcome') ?? '');
    // Nobody answers by not choosing.
    if (!['keep', 'change'].includes(outcome))
      return fail(400, {
        appCode: '',
        refusal: '',
        answer,
        outcome: '',
        items,
        missingReasons: [],
      });
    const change = outcome === 'change' ? { version: Number(form.get('version')), items } : null;
    try {
      const ref = { ...refOf(params), objectionId: params.objection };
      await locals.api.ballot.answerObjection({ ...ref, answer, change });
    } catch (error) {
      const { status, data } = refused(error, locals.locale);
      const missingReasons = change ? missingReasonsOf(items, ballot.outcome?.result?.chosen) : [];
      return fail(status, { ...data, answer, outcome, items, missingReasons });
    }
    redirect(303, `${pageOf(params)}#objections`);
  },
};
