import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({ help: await locals.api.text.help() });
