import { compare } from '$lib/practice/schema';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const asked = [...new Set(url.searchParams.getAll('id'))];
  const known = asked.filter((id) => compare.shape.practiceIds.safeParse([id]).success);
  const practiceIds = known.slice(0, 3);
  const practices = await locals.api.practice.compare({ cohortId: params.cohort, practiceIds });
  return { practices, leftOut: known.length - practiceIds.length };
};
