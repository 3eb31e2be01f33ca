import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** The front door leads to where the person belongs. */
export const load: PageServerLoad = ({ locals }) => {
  const { actor } = locals;
  if (actor.kind !== 'person') redirect(303, '/sign-in');
  const cohortIds = new Set(actor.memberships.map(({ cohortId }) => cohortId));
  const [only] = cohortIds;
  if (only && cohortIds.size === 1) redirect(303, `/cohorts/${only}`);
  redirect(303, cohortIds.size === 0 && actor.isAdministrator ? '/administration' : '/cohorts');
};
