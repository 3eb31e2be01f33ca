import { refused } from '$lib/access/form';
import { overview } from '$lib/operations/schema';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const filter = overview.parse({
    state: url.searchParams.get('state'),
    before: url.searchParams.get('before'),
  });
  return { filter, operations: await locals.api.operations.overview(filter) };
};

export const actions: Actions = {
  retry: async ({ locals, request }) => {
    const mailId = String((await request.formData()).get('mailId'));
    try {
      await locals.api.operations.retryMail({ mailId });
    } catch (error) {
      return refused(error, locals.locale);
    }
    return { isRetried: true };
  },
};
