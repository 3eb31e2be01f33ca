import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  texts: await locals.api.text.list(),
});
