import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
  token: params.token,
  link: await locals.api.account.resetLink({ token: params.token }),
});
