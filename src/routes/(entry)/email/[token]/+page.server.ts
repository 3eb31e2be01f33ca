import { fail } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
  link: await locals.api.account.emailLink({ token: params.token }),
});

export const actions: Actions = {
  default: async ({ locals, params }) => {
    try {
      return await locals.api.account.confirmEmail({ token: params.token });
    } catch (error) {
      if ((error as { appCode?: string }).appCode !== 'link_not_valid') throw error;
      return fail(400, { isInvalid: true });
    }
  },
};
