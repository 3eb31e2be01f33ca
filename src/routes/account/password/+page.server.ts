import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { email, name } = await locals.api.account.own();
  return { email, name };
};
