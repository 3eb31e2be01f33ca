import { redirect } from '@sveltejs/kit';
import { deletionDueAt } from '$lib/account/deletion/waiting-time';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { email, deletionAsked } = await locals.api.account.own();
  return { email, dueAt: deletionAsked && deletionDueAt(deletionAsked) };
};

export const actions: Actions = {
  keep: async ({ locals }) => {
    await locals.api.account.keepAccount();
    redirect(303, '/account?saved=kept');
  },
};
