import { error, fail, redirect } from '@sveltejs/kit';
import { emptyForm, failed, readForm } from '$lib/access/form';
import { updateEntry } from '$lib/membership/schema';
import type { Actions, PageServerLoad } from './$types';

const formSchema = updateEntry.omit({ cohortId: true, membershipId: true });

export const load: PageServerLoad = async ({ locals, params }) => {
  const { cohort: cohortId, membership: membershipId } = params;
  const entry = await locals.api.membership.person({ cohortId, membershipId });
  if (!entry.isOwn || entry.endedAt !== null)
    error(404, { message: 'not_found', appCode: 'not_found' });
  const { occupation, contactEmail, contactPhone, contactHint } = entry;
  const form = await emptyForm(formSchema, {
    occupation,
    contactEmail: contactEmail ?? '',
    contactPhone: contactPhone ?? '',
    contactHint,
  });
  return { entry, form };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await readForm(request, formSchema, locals.locale);
    if (!form.valid) return fail(400, { form });
    const { cohort: cohortId, membership: membershipId } = params;
    try {
      await locals.api.membership.updateEntry({ ...form.data, cohortId, membershipId });
    } catch (failure) {
      return failed(form, failure, locals.locale);
    }
    redirect(303, `/cohorts/${cohortId}/people/${membershipId}`);
  },
};
