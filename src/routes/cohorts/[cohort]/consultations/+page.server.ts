import { METHODS } from '$lib/consultation/engine/methods';
import { methodSummaries } from '$lib/consultation/engine/texts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends(`cohort:${params.cohort}`);
  const list = await locals.api.consultation.list({ cohortId: params.cohort });
  return { list, methods: methodSummaries(METHODS, locals.locale) };
};
