import { refused } from '$lib/access/form';
import { markAllRead, markRead, undoRead } from '$lib/notice/schema';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
  depends(`cohort:${params.cohort}`);
  const before = url.searchParams.get('before');
  return { page: await locals.api.notice.list({ cohortId: params.cohort, before }), before };
};

/** What a button of this page sends, with the cohort it is about. */
const sent = async ({ request, params }: RequestEvent) => ({
  ...Object.fromEntries(await request.formData()),
  cohortId: params.cohort,
});

export const actions: Actions = {
  readOne: async (event) => {
    try {
      const input = markRead.parse(await sent(event));
      const { readAt } = await event.locals.api.notice.markRead(input);
      return { marked: 'one' as const, readAt: readAt.toISOString() };
    } catch (error) {
      return refused(error, event.locals.locale);
    }
  },
  readAll: async (event) => {
    try {
      const input = markAllRead.parse(await sent(event));
      const { readAt } = await event.locals.api.notice.markAllRead(input);
      return { marked: 'all' as const, readAt: readAt.toISOString() };
    } catch (error) {
      return refused(error, event.locals.locale);
    }
  },
  undo: async (event) => {
    try {
      await event.locals.api.notice.undoRead(undoRead.parse(await sent(event)));
      return { marked: null };
    } catch (error) {
      return refused(error, event.locals.locale);
    }
  },
};
