import { fail, redirect } from '@sveltejs/kit';
import { refused } from '$lib/access/form';
import { choiceFrom, readPaper } from '$lib/ballot/vote/paper';
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
    const vote = { choice: choiceFrom(paper), version: Number(form.get('version')) };
    try {
      const { version } = await locals.api.ballot.cast({ ...refOf(params), ...vote });
      return { version };
    } catch (error) {
      const { status, data } = refused(error, locals.locale);
      return fail(status, { ...data, paper });
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
