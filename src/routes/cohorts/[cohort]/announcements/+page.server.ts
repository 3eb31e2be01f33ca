import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
  depends(`cohort:${params.cohort}`);
  const before = url.searchParams.get('before');
  return {
    page: await locals.api.announcement.list({ cohortId: params.cohort, before }),
    isFirstPage: before === null,
  };
};
