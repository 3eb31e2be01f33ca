import { readableExport } from '$lib/account/export/readable';
import { namedWriting } from '$lib/consultation/export/named';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  sections: readableExport(await locals.api.account.export(), locals.locale),
  writing: namedWriting(await locals.api.consultation.ownWriting(), locals.locale),
});
