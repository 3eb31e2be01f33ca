import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { setError } from 'sveltekit-superforms';
import { errorText } from '$lib/access/error-text';
import { failed, readForm } from '$lib/access/form';
import { draftForm, readDraftForm } from '$lib/ballot/draft-form';
import { m } from '$lib/paraglide/messages.js';
import { readRichText } from '$lib/platform/plain-text';

/** Saves the editor's fields, and leads to the draft's page, where everything is checked once more. */
export async function saveDraft({ request, params, locals }: RequestEvent) {
  const cohortId = params.cohort ?? '';
  const fields = await request.formData();
  const form = await readForm(fields, draftForm, locals.locale);
  const html = readRichText(fields, 'explanation');
  const explanation = { html, plain: String(fields.get('explanation') ?? '') };
  if (!form.valid) return fail(400, { form, explanation });
  const { cohort } = await locals.api.cohort.frame({ cohortId });
  const { closesAt, ...draft } = readDraftForm(
    form.data,
    cohort.timeZone,
    m.ballot_status_quo({}, { locale: locals.locale }),
  );
  if (!closesAt) {
    setError(form, 'closesAt', errorText('field_not_a_time', {}, locals.locale));
    return fail(400, { form, explanation });
  }
  if (draft.opensAt && closesAt <= draft.opensAt) {
    setError(form, 'closesAt', errorText('field_closes_before_it_opens', {}, locals.locale));
    return fail(400, { form, explanation });
  }
  try {
    await locals.api.ballot.saveDraft({ ...draft, cohortId, explanation: html, closesAt });
  } catch (error) {
    failed(form, error, locals.locale, { ballot_start_is_over: 'opensAt' });
    return fail(400, { form, explanation });
  }
  redirect(303, `/cohorts/${cohortId}/ballots/${draft.ballotId}`);
}
