import { listFilter } from '$lib/topic/schema';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends(`team:${params.team}`);
  const { cohort: cohortId, team: teamId } = params;
  const team = await locals.api.team.get({ cohortId, teamId });
  const { topics } = await locals.api.topic.list({ ...listFilter.parse({ teamId }), cohortId });
  return { team, topics: topics.map(({ id, question, state }) => ({ id, question, state })) };
};
