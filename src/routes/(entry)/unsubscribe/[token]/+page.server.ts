import { unsubscribe } from '$lib/notice/schema';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  locals.api.notice.unsubscribeLink({ token: params.token });

export const actions: Actions = {
  // Mail programs post here too, without a page and without a field of ours (RFC 8058).
  default: async ({ request, locals, params }) => {
    const fields = Object.fromEntries(await request.formData());
    const input = unsubscribe.parse({ ...fields, token: params.token });
    await locals.api.notice.unsubscribe(input);
    return { pace: input.pace };
  },
};
