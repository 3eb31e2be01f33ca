import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
  recovery: await locals.api.key.recovery(),
  origin: url.origin,
});
