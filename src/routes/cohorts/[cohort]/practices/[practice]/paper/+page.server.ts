import { rungAsked } from '$lib/practice/paper/schema';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url, depends }) => {
  depends(`cohort:${params.cohort}`);
  const ref = { cohortId: params.cohort, practiceId: params.practice };
  return locals.api.paper.read({ ...ref, rung: rungAsked(url) });
};
