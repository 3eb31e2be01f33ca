import { fail } from '@sveltejs/kit';
import { readForm } from '$lib/access/form';
import { letters } from '$lib/invitation/schema';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({ joinAddress: `${url.host}/join` });

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await readForm(request, letters.omit({ cohortId: true }), locals.locale);
    if (!form.valid) return fail(400, { letters: [] });
    const { invitationIds } = form.data;
    return {
      letters: await locals.api.invitation.letters({ cohortId: params.cohort, invitationIds }),
    };
  },
};
