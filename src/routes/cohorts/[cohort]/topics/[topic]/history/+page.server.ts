import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
  depends(`topic:${params.topic}`);
  const version = Number(url.searchParams.get('version')) || null;
  const history = await locals.api.topic.history({
    cohortId: params.cohort,
    topicId: params.topic,
    version,
  });
  return { history };
};
