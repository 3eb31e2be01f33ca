import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
  practice: await locals.api.practice.public.read({ practiceId: params.practice }),
});
