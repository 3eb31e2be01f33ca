import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
  requests: await locals.api.account.deletionRequests(),
  hasErased: url.searchParams.has('erased'),
});

export const actions: Actions = {
  erase: async ({ request, locals }) => {
    const accountId = String((await request.formData()).get('accountId'));
    await locals.api.account.eraseAccount({ accountId });
    redirect(303, '/account/requests?erased');
  },
};
