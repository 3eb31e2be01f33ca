import { redirect } from '@sveltejs/kit';
import { hiddenCookie } from '$lib/start/first-steps';
import type { Actions, PageServerLoad } from './$types';

const HIDDEN_SECONDS = 90 * 24 * 60 * 60;

export const load: PageServerLoad = async ({ locals, params, url, cookies, depends }) => {
  depends(`cohort:${params.cohort}`);
  const before = url.searchParams.get('before');
  const start = await locals.api.start.page({ cohortId: params.cohort, before });
  const areStepsHidden = cookies.get(hiddenCookie) === 'hidden';
  return { start, before, firstSteps: areStepsHidden ? null : start.firstSteps };
};

export const actions: Actions = {
  /** Remembered by the browser alone: nobody else has to know. */
  hideSteps: ({ params, cookies }) => {
    const path = `/cohorts/${params.cohort}`;
    cookies.set(hiddenCookie, 'hidden', { path, maxAge: HIDDEN_SECONDS, sameSite: 'lax' });
    redirect(303, path);
  },
};
