import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  if (locals.actor.kind !== 'person')
    redirect(303, `/sign-in?to=${encodeURIComponent(url.pathname)}`);
  return { certificate: await locals.api.cohort.certificate({ cohortId: params.cohort }) };
};
