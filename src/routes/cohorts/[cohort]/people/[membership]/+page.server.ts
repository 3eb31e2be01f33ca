import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends(`cohort:${params.cohort}`);
  const { cohort: cohortId, membership: membershipId } = params;
  return { entry: await locals.api.membership.person({ cohortId, membershipId }) };
};
