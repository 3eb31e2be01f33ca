import { fail } from '@sveltejs/kit';
import { joinedAs } from '$lib/access/actor';
import { readForm } from '$lib/access/form';
import { letters } from '$lib/invitation/schema';
import type { Actions, PageServerLoad } from './$types';

/** How one reaches the person who signs the letters: what she or he shows in the directory. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const cohortId = params.cohort;
  const joined = joinedAs(locals.actor, cohortId);
  const own = joined.find(({ role }) => role === 'organiser');
  const entry = own && (await locals.api.membership.person({ cohortId, membershipId: own.id }));
  return {
    joinAddress: `${url.host}/join`,
    contact: [entry?.contactEmail, entry?.contactPhone].filter((one): one is string =>
      Boolean(one),
    ),
    printedOn: new Date(),
  };
};

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
