import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
  mail: await locals.api.operations.mail({ mailId: params.mail }),
});
