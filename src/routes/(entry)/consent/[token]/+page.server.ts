import { refused } from '$lib/access/form';
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
  withdraw: ({ locals, params }) =>
    locals.api.practice.person.withdrawConsent({ token: params.token }),
};
