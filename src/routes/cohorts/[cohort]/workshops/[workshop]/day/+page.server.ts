import { redirect } from '@sveltejs/kit';
import { refused } from '$lib/access/form';
import type { Actions, PageServerLoad } from './$types';

const refOf = (params: { cohort: string; workshop: string }) => ({
  cohortId: params.cohort,
  workshopId: params.workshop,
});

// What happens on the day, the page fetches by itself: it goes on without a connection, too.
export const load: PageServerLoad = async ({ locals, params, depends, parent }) => {
  depends(`agreements:${params.cohort}`);
  const { frame } = await parent();
  const readsAll = frame.roles.some((role) => role !== 'expert' && role !== 'partner');
  const [view, agreements] = await Promise.all([
    locals.api.day.open(refOf(params)),
    readsAll ? locals.api.agreement.ofWorkshop(refOf(params)) : null,
  ]);
  return { view, agreements };
};

export const actions: Actions = {
  hold: async ({ locals, params, url }) => {
    try {
      await locals.api.day.hold(refOf(params));
    } catch (error) {
      return refused(error, locals.locale);
    }
    redirect(303, url.pathname);
  },
  takeUpAgain: async ({ locals, params, url }) => {
    try {
      await locals.api.day.takeUpAgain(refOf(params));
    } catch (error) {
      return refused(error, locals.locale);
    }
    redirect(303, url.pathname);
  },
};
