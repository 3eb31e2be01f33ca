import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  text: await locals.api.text.protection({ wording: 'easy' }),
});
