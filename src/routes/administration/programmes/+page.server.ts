import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
  programmes: await locals.api.programme.list(),
  isSaved: url.searchParams.has('saved'),
  isDiscarded: url.searchParams.has('discarded'),
});
