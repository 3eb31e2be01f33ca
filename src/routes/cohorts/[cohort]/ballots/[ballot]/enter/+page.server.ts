import { fail, redirect } from '@sveltejs/kit';
import { refused } from '$lib/access/form';
import { WAYS } from '$lib/ballot/entering/schema';
import { choiceFrom, readPaper } from '$lib/ballot/vote/paper';
import { whatIsWrong } from '$lib/ballot/vote/problem';
import { m } from '$lib/paraglide/messages.js';
import { newId } from '$lib/platform/id';
import type { Actions, PageServerLoad } from './$types';

const refOf = (params: { cohort: string; ballot: string }) => ({
  cohortId: params.cohort,
  ballotId: params.ballot,
});

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends(`ballot:${params.ballot}`);
  const ballot = await locals.api.ballot.get(refOf(params));
  if (!ballot.mayEnterVotes) redirect(303, `/cohorts/${params.cohort}/ballots/${params.ballot}`);
  return { ballot, ...(await locals.api.ballot.enteringForm(refOf(params))), newId: newId() };
};

export const actions: Actions = {
  enter: async ({ locals, params, request }) => {
    const fields = await request.formData();
    const { locale } = locals;
    const paper = readPaper(fields);
    const voterId = String(fields.get('voterId') ?? '');
    const way = WAYS.find((each) => each === fields.get('way'));
    const typed = { paper, voterId, way: way ?? '' };
    const missing = (field: 'voterId' | 'way', refusal: string) =>
      fail(400, { ...typed, field, refusal });
    if (!voterId) return missing('voterId', m.ballot_enter_voter_missing({}, { locale }));
    if (!way) return missing('way', m.ballot_enter_way_missing({}, { locale }));
    const { voters } = await locals.api.ballot.enteringForm(refOf(params));
    const choice = choiceFrom(paper);
    const enteredVoteId = String(fields.get('enteredVoteId'));
    try {
      await locals.api.ballot.enterVote({ ...refOf(params), enteredVoteId, voterId, way, choice });
      return { entered: voters.find(({ id }) => id === voterId)?.name ?? '' };
    } catch (error) {
      const { status, data } = refused(error, locale);
      const ballot = await locals.api.ballot.get(refOf(params));
      const refusal = whatIsWrong(choice, ballot, locale) ?? data.refusal;
      return fail(status, { ...typed, field: null, refusal });
    }
  },

  withdraw: async ({ locals, params, request }) => {
    const enteredVoteId = String((await request.formData()).get('enteredVoteId'));
    try {
      const { entered } = await locals.api.ballot.enteringForm(refOf(params));
      await locals.api.ballot.withdrawEnteredVote({ ...refOf(params), enteredVoteId });
      return { withdrawn: entered.find(({ id }) => id === enteredVoteId)?.voter ?? '' };
    } catch (error) {
      return refused(error, locals.locale);
    }
  },
};
