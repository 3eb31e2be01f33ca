import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
  depends(`practice:${params.practice}`);
  const view = await locals.api.practice.page({
    cohortId: params.cohort,
    practiceId: params.practice,
  });
  return { view, isAsOthers: url.searchParams.get('as') === 'cohort' };
};
