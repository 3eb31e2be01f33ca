import { readableExport } from '$lib/account/export/readable';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  sections: readableExport(await locals.api.account.export(), locals.locale),
});
