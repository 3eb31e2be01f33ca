import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends(`consultation:${params.consultation}`);
  const ref = { cohortId: params.cohort, consultationId: params.consultation };
  return { consultation: await locals.api.consultation.read(ref) };
};
