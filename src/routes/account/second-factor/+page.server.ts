import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
  secondFactor: await locals.api.secondFactor.own(),
  saved: url.searchParams.get('saved'),
});
