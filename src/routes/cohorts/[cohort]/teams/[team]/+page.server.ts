import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends(`team:${params.team}`);
  return {
    team: await locals.api.team.get({ cohortId: params.cohort, teamId: params.team }),
  };
};
