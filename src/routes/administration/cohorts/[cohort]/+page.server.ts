import { fail, redirect } from '@sveltejs/kit';
import { emptyForm, failed, readForm, refused } from '$lib/access/form';
import { ofInvitation } from '$lib/invitation/schema';
import { baseLocale } from '$lib/paraglide/runtime.js';
import { newId } from '$lib/platform/id';
import { appointOrganiser, removeOrganiser } from '$lib/programme/schema';
import type { Actions, PageServerLoad } from './$types';

const appointSchema = appointOrganiser.omit({ cohortId: true });
const removeSchema = removeOrganiser.omit({ cohortId: true });
const invitationSchema = ofInvitation.omit({ cohortId: true });

export const load: PageServerLoad = async ({ locals, params, url }) => ({
  ...(await locals.api.programme.cohort({ cohortId: params.cohort })),
  appointForm: await emptyForm(appointSchema, {
    id: newId(),
    email: '',
    // The language of the house, not of the administrator.
    locale: baseLocale,
  }),
  done: url.searchParams.get('done'),
  invitationId: url.searchParams.get('invitation'),
});

const back = (cohortId: string, done: string, more = ''): never =>
  redirect(303, `/administration/cohorts/${cohortId}?done=${done}${more}`);

export const actions: Actions = {
  discard: async ({ locals, params }) => {
    try {
      await locals.api.cohort.discard({ cohortId: params.cohort });
    } catch (failure) {
      return refused(failure, locals.locale);
    }
    redirect(303, '/administration/programmes?discarded');
  },
  appoint: async ({ locals, params, request }) => {
    const form = await readForm(request, appointSchema, locals.locale);
    if (!form.valid) return fail(400, { form });
    try {
      await locals.api.programme.appointOrganiser({ ...form.data, cohortId: params.cohort });
    } catch (failure) {
      return failed(form, failure, locals.locale);
    }
    return back(params.cohort, 'appointed', `&invitation=${form.data.id}`);
  },
  remove: async ({ locals, params, request }) => {
    const form = await readForm(request, removeSchema, locals.locale);
    if (!form.valid) return fail(400, { removal: form });
    try {
      await locals.api.programme.removeOrganiser({ ...form.data, cohortId: params.cohort });
    } catch (failure) {
      failed(form, failure, locals.locale);
      return fail(400, { removal: form });
    }
    return back(params.cohort, 'removed');
  },
  resend: async ({ locals, params, request }) => {
    const { data } = await readForm(request, invitationSchema, locals.locale);
    await locals.api.invitation.resend({ ...data, cohortId: params.cohort });
    return back(params.cohort, 'resent');
  },
  revoke: async ({ locals, params, request }) => {
    const { data } = await readForm(request, invitationSchema, locals.locale);
    await locals.api.invitation.revoke({ ...data, cohortId: params.cohort });
    return back(params.cohort, 'revoked', `&invitation=${data.invitationId}`);
  },
  restore: async ({ locals, params, request }) => {
    const { data } = await readForm(request, invitationSchema, locals.locale);
    await locals.api.invitation.restore({ ...data, cohortId: params.cohort });
    return back(params.cohort, 'restored');
  },
};
