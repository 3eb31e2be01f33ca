import { redirect } from '@sveltejs/kit';
import { refused } from '$lib/access/form';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const refOf = (params: { cohort: string; practice: string }) => ({
  cohortId: params.cohort,
  practiceId: params.practice,
});

export const load: PageServerLoad = async ({ locals, params }) => ({
  record: await locals.api.practice.record(refOf(params)),
});

const act =
  (deed: 'discard' | 'bringBack', rest: string) =>
  async ({ locals, params }: RequestEvent) => {
    try {
      await locals.api.practice[deed](refOf(params as { cohort: string; practice: string }));
    } catch (error) {
      return refused(error, locals.locale);
    }
    redirect(
      303,
      `/cohorts/${params['cohort']!}/practices${rest && `/${params['practice']!}${rest}`}`,
    );
  };

export const actions: Actions = {
  discard: act('discard', ''),
  bringBack: act('bringBack', '/edit'),
};
