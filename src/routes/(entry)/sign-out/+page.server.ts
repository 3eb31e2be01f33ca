import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  if (locals.actor.kind !== 'person') redirect(303, '/sign-in');
};

export const actions: Actions = {
  default: async ({ locals }) => {
    await locals.api.account.signOut();
    redirect(303, '/sign-in');
  },
};
