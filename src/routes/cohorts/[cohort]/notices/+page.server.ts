import { refused } from '$lib/access/form';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
  depends(`cohort:${params.cohort}`);
  const before = url.searchParams.get('before');
  return { page: await locals.api.notice.list({ cohortId: params.cohort, before }), before };
};

/** What a button of this page sends. */
const sent = async ({ request }: RequestEvent, name: string) =>
  String((await request.formData()).get(name));

export const actions: Actions = {
  readOne: async (event) => {
    try {
      const noticeId = await sent(event, 'noticeId');
      const ref = { cohortId: event.params.cohort, noticeId };
      const { readAt } = await event.locals.api.notice.markRead(ref);
      return { marked: 'one' as const, readAt: readAt.toISOString() };
    } catch (error) {
      return refused(error, event.locals.locale);
    }
  },
  readAll: async (event) => {
    try {
      const until = await sent(event, 'until');
      const ref = { cohortId: event.params.cohort, until };
      const { readAt } = await event.locals.api.notice.markAllRead(ref);
      return { marked: 'all' as const, readAt: readAt.toISOString() };
    } catch (error) {
      return refused(error, event.locals.locale);
    }
  },
  undo: async (event) => {
    try {
      const readAt = await sent(event, 'readAt');
      await event.locals.api.notice.undoRead({ cohortId: event.params.cohort, readAt });
      return { marked: null };
    } catch (error) {
      return refused(error, event.locals.locale);
    }
  },
};
