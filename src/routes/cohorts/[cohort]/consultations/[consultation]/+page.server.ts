import { methodOf } from '$lib/consultation/engine/methods';
import { pageTexts } from '$lib/consultation/engine/texts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends(`consultation:${params.consultation}`);
  const consultation = await locals.api.consultation.read({
    cohortId: params.cohort,
    consultationId: params.consultation,
  });
  const method = methodOf(consultation.engine.method);
  return { consultation, texts: pageTexts(method, locals.locale) };
};
