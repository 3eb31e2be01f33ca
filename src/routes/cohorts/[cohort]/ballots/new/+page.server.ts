import { emptyForm } from '$lib/access/form';
import { draftForm, newDraftForm } from '$lib/ballot/draft-form';
import { newId } from '$lib/platform/id';
import { saveDraft } from '../save-draft';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { topics, timeZone } = await locals.api.ballot.draftForm({ cohortId: params.cohort });
  const fields = newDraftForm(newId(), topics, new Date(), timeZone);
  return { topics, form: await emptyForm(draftForm, fields) };
};

export const actions: Actions = { default: saveDraft };
