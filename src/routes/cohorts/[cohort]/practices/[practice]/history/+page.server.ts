import { redirect } from '@sveltejs/kit';
import { refused } from '$lib/access/form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
  depends(`practice:${params.practice}`);
  const version = Number(url.searchParams.get('version')) || null;
  const ref = { cohortId: params.cohort, practiceId: params.practice };
  return { history: await locals.api.practice.history({ ...ref, version }) };
};

export const actions: Actions = {
  restore: async ({ request, locals, params }) => {
    const form = await request.formData();
    const version = Number(form.get('version'));
    const ref = { cohortId: params.cohort, practiceId: params.practice };
    try {
      await locals.api.practice.restore({ ...ref, version });
    } catch (error) {
      return refused(error, locals.locale);
    }
    redirect(
      303,
      `/cohorts/${params.cohort}/practices/${params.practice}/edit?restored=${version}`,
    );
  },
};
