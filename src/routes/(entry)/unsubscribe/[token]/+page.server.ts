import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  locals.api.notice.unsubscribeLink({ token: params.token });

export const actions: Actions = {
  // Mail programs post here too, without a page and without a field of ours (RFC 8058).
  default: async ({ request, locals, params }) => {
    const pace = (await request.formData()).get('pace') === 'daily' ? 'daily' : 'off';
    await locals.api.notice.unsubscribe({ token: params.token, pace });
    return { pace };
  },
};
