import { METHODS } from '$lib/consultation/engine/methods';
import { methodSummaries } from '$lib/consultation/engine/texts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const candidates = await locals.api.consultation.candidates({ cohortId: params.cohort });
  return { candidates, methods: methodSummaries(METHODS, locals.locale) };
};
