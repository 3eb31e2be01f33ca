import { redirect } from '@sveltejs/kit';
import { failed, readForm } from '$lib/access/form';
import { isStaff } from '$lib/access/actor';
import { mayEraseAccounts } from '$lib/account/policy';
import { profile } from '$lib/account/schema';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
  account: await locals.api.account.own(),
  recovery: await locals.api.key.recovery(),
  isStaff: isStaff(locals.actor),
  mayErase: mayEraseAccounts(locals.actor).isAllowed,
  saved: url.searchParams.get('saved'),
});

export const actions: Actions = {
  profile: async ({ request, locals }) => {
    const form = await readForm(request, profile, locals.locale);
    if (!form.valid) return { form };
    try {
      await locals.api.account.changeProfile(form.data);
    } catch (error) {
      return failed(form, error, locals.locale);
    }
    redirect(303, '/account?saved=profile');
  },
  endSession: async ({ request, locals }) => {
    const sessionHash = String((await request.formData()).get('sessionHash'));
    await locals.api.account.endSession({ sessionHash });
    redirect(303, '/account?saved=session#sessions');
  },
  signOutEverywhere: async ({ locals }) => {
    await locals.api.account.signOutEverywhere();
    redirect(303, '/sign-in');
  },
  cancelEmailChange: async ({ locals }) => {
    await locals.api.account.cancelEmailChange();
    redirect(303, '/account');
  },
};
