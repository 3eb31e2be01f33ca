import { fail, redirect } from '@sveltejs/kit';
import { refused } from '$lib/access/form';
import { choiceFrom, readPaper } from '$lib/ballot/vote/paper';
import { blankText, whatIsWrong } from '$lib/ballot/vote/problem';
import { m } from '$lib/paraglide/messages.js';
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

export const actions: Actions = {
  cast: async ({ locals, params, request }) => {
    const form = await request.formData();
    const paper = readPaper(form);
    const blank = blankText(paper, locals.locale);
    if (blank) return fail(400, { appCode: 'choice_invalid', refusal: blank, typed: {}, paper });
    const vote = { choice: choiceFrom(paper), version: Number(form.get('version')) };
    try {
      const { version } = await locals.api.ballot.cast({ ...refOf(params), ...vote });
      return { version };
    } catch (error) {
      const { status, data } = refused(error, locals.locale);
      const ballot = await locals.api.ballot.get(refOf(params));
      const refusal = whatIsWrong(vote.choice, ballot, locals.locale);
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

  answerEntered: async ({ locals, params, request }) => {
    const form = await request.formData();
    const enteredVoteId = String(form.get('enteredVoteId'));
    const answer = form.get('answer') === 'contested' ? 'contested' : 'confirmed';
    const note = answer === 'contested' ? String(form.get('note') ?? '') : '';
    if (answer === 'contested' && note.trim() === '') {
      const refusal = m.ballot_contest_note_missing({}, { locale: locals.locale });
      return fail(400, { appCode: 'required', refusal, typed: { note } });
    }
    try {
      const said = { enteredVoteId, answer, note } as const;
      await locals.api.ballot.answerEnteredVote({ ...refOf(params), ...said });
    } catch (error) {
      return refused(error, locals.locale, { note });
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
