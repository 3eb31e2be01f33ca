import { listFilter } from '$lib/topic/schema';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
  depends(`cohort:${params.cohort}`);
  const { searchParams } = url;
  const asked = Object.fromEntries([...searchParams].map(([name, value]) => [name, value || null]));
  const filter = listFilter.parse(asked);
  const after = searchParams.get('after');
  const list = await locals.api.topic.list({ ...filter, cohortId: params.cohort, after });
  return { filter, list, isContinued: after !== null };
};
