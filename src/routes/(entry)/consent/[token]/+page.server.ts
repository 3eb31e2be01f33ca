import { readForm, refused } from '$lib/access/form';
import { prolongConsent } from '$lib/practice/person/schema';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
  consent: await locals.api.practice.person.consent({ token: params.token }),
});

export const actions: Actions = {
  give: async ({ locals, params }) => {
    try {
      await locals.api.practice.person.giveConsent({ token: params.token });
    } catch (error) {
      return refused(error, locals.locale);
    }
  },
  prolong: async ({ request, locals, params }) => {
    const sent = await readForm(request, prolongConsent.omit({ token: true }), locals.locale);
    try {
      await locals.api.practice.person.prolongConsent({ token: params.token, ...sent.data });
    } catch (error) {
      return refused(error, locals.locale);
    }
  },
  withdraw: ({ locals, params }) =>
    locals.api.practice.person.withdrawConsent({ token: params.token }),
};
