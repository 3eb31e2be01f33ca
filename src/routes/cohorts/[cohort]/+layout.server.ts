import { redirect } from '@sveltejs/kit';
import { readingInstead } from '$lib/cohort/archive';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, params, depends, route }) => {
  depends(`cohort:${params.cohort}`);
  const frame = await locals.api.cohort.frame({ cohortId: params.cohort });
  // The charter comes first; everything else refuses until it is accepted (lib/cohort/policy.ts).
  const path: string = route.id;
  const isAtCharter = path === '/cohorts/[cohort]/charter';
  if (!frame.hasAcceptedCharter && !isAtCharter) {
    redirect(303, `/cohorts/${params.cohort}/charter`);
  }
  const reading = frame.cohort.state === 'archived' ? readingInstead(path, params) : null;
  if (reading) redirect(303, reading);
  return { frame };
};
