import { fail, redirect } from '@sveltejs/kit';
import { refused } from '$lib/access/form';
import { findProblems, type CastChoice } from '$lib/ballot/choice';
import { choiceFrom, readPaper } from '$lib/ballot/vote/paper';
import { problemText, rulesOf } from '$lib/ballot/vote/problem';
import { newId } from '$lib/platform/id';
import type { Actions, PageServerLoad } from './$types';

const refOf = (params: { cohort: string; ballot: string }) => ({
  cohortId: params.cohort,
  ballotId: params.ballot,
});

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
  depends(`cohort:${params.cohort}`, `ballot:${params.ballot}`);
  const ballot = await locals.api.ballot.get(refOf(params));
  return { ballot, newObjectionId: newId(), isSplitAsked: url.searchParams.has('split') };
};

/** What is wrong with a refused vote, more precisely than its code; null where it is not the vote. */
async function whatIsWrong(
  locals: App.Locals,
  params: { cohort: string; ballot: string },
  choice: CastChoice,
): Promise<string | null> {
  const ballot = await locals.api.ballot.get(refOf(params));
  const [problem] = findProblems(choice, rulesOf(ballot));
  return problem ? problemText(problem, ballot, locals.locale) : null;
}

export const actions: Actions = {
  cast: async ({ locals, params, request }) => {
    const form = await request.formData();
    const paper = readPaper(form);
    const vote = { choice: choiceFrom(paper), version: Number(form.get('version')) };
    try {
      const { version } = await locals.api.ballot.cast({ ...refOf(params), ...vote });
      return { version };
    } catch (error) {
      const { status, data } = refused(error, locals.locale);
      const refusal = await whatIsWrong(locals, params, vote.choice);
      return fail(status, { ...data, ...(refusal && { refusal }), paper });
    }
  },

  castSecret: async ({ locals, params, request }) => {
    const form = await request.formData();
    const vote = { choice: choiceFrom(readPaper(form)), entryId: String(form.get('entryId')) };
    try {
      await locals.api.ballot.castSecret({ ...refOf(params), ...vote });
    } catch (error) {
      return refused(error, locals.locale);
    }
  },

  object: async ({ locals, params, request }) => {
    const form = await request.formData();
    const objectionId = String(form.get('objectionId'));
    const reason = String(form.get('objection') ?? '');
    try {
      await locals.api.ballot.raiseObjection({ ...refOf(params), objectionId, reason });
    } catch (error) {
      return refused(error, locals.locale, { objection: reason });
    }
  },

  withdrawObjection: async ({ locals, params, request }) => {
    const objectionId = String((await request.formData()).get('objectionId'));
    try {
      await locals.api.ballot.withdrawObjection({ ...refOf(params), objectionId });
    } catch (error) {
      return refused(error, locals.locale);
    }
  },

  open: async ({ locals, params }) => {
    try {
      await locals.api.ballot.open(refOf(params));
    } catch (error) {
      return refused(error, locals.locale);
    }
  },

  discard: async ({ locals, params }) => {
    try {
      await locals.api.ballot.discardDraft(refOf(params));
    } catch (error) {
      return refused(error, locals.locale);
    }
    redirect(303, `/cohorts/${params.cohort}/ballots`);
  },
};
