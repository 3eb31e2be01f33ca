import { redirect } from '@sveltejs/kit';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, params, depends, route }) => {
  depends(`cohort:${params.cohort}`);
  const frame = await locals.api.cohort.frame({ cohortId: params.cohort });
  // The charter comes first; everything else refuses until it is accepted (lib/cohort/policy.ts).
  const isAtCharter = (route.id as string) === '/cohorts/[cohort]/charter';
  if (!frame.hasAcceptedCharter && !isAtCharter) {
    redirect(303, `/cohorts/${params.cohort}/charter`);
  }
  return { frame };
};
