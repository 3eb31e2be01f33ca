import { redirect } from '@sveltejs/kit';
import { refused } from '$lib/access/form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
  // The address is shown once: no copy of the page may keep it.
  setHeaders({ 'cache-control': 'no-store' });
  return { feed: await locals.api.calendar.mine(), isOff: url.searchParams.has('off') };
};

export const actions: Actions = {
  renew: async ({ locals }) => {
    try {
      return { address: (await locals.api.calendar.renew()).url };
    } catch (error) {
      return refused(error, locals.locale);
    }
  },

  switchOff: async ({ locals }) => {
    try {
      await locals.api.calendar.switchOff();
    } catch (error) {
      return refused(error, locals.locale);
    }
    redirect(303, '/account/calendar?off');
  },
};
