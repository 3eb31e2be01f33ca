import { redirect } from '@sveltejs/kit';
import { failed, readForm } from '$lib/access/form';
import { reset } from '$lib/account/second-factor/schema';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
  ...(await locals.api.secondFactor.staff()),
  ownId: locals.actor.kind === 'person' ? locals.actor.accountId : null,
  hasReset: url.searchParams.has('reset'),
});

export const actions: Actions = {
  reset: async ({ request, locals }) => {
    const form = await readForm(request, reset, locals.locale);
    if (!form.valid) return { form };
    try {
      await locals.api.secondFactor.reset(form.data);
    } catch (error) {
      return failed(form, error, locals.locale);
    }
    redirect(303, '/administration/operations/second-factors?reset');
  },
};
