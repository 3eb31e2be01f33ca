import { redirect } from '@sveltejs/kit';
import { emptyForm } from '$lib/access/form';
import { draftForm, storedDraftForm } from '$lib/ballot/draft-form';
import { saveDraft } from '../../save-draft';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const ref = { cohortId: params.cohort, ballotId: params.ballot };
  const { topics, draft, timeZone } = await locals.api.ballot.draftForm(ref);
  if (!draft) redirect(303, `/cohorts/${params.cohort}/ballots/${params.ballot}`);
  return {
    topics,
    explanation: { html: draft.explanation, plain: draft.explanationPlain },
    stored: draft,
    form: await emptyForm(draftForm, storedDraftForm(draft, topics, timeZone)),
  };
};

export const actions: Actions = { default: saveDraft };
