import { fail, redirect } from '@sveltejs/kit';
import { refused } from '$lib/access/form';
import type { Actions, PageServerLoad } from './$types';

const refOf = (params: { cohort: string; practice: string; person: string }) => ({
  cohortId: params.cohort,
  practiceId: params.practice,
  personId: params.person,
});

export const load: PageServerLoad = ({ locals, params, depends }) => {
  depends(`practice:${params.practice}`);
  return locals.api.practice.person.places(refOf(params));
};

export const actions: Actions = {
  withdraw: async ({ locals, params }) => {
    try {
      await locals.api.practice.person.withdraw(refOf(params));
    } catch (error) {
      return fail(400, refused(error, locals.locale).data);
    }
    redirect(303, `/cohorts/${params.cohort}/practices/${params.practice}/people`);
  },
};
