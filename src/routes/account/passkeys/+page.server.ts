import { redirect } from '@sveltejs/kit';
import { isStaff } from '$lib/access/actor';
import { failed, readForm, refused } from '$lib/access/form';
import { renamePasskey } from '$lib/account/passkey/schema';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { email } = await locals.api.account.own();
  return {
    email,
    passkeys: await locals.api.passkey.list(),
    isStaff: isStaff(locals.actor),
    saved: url.searchParams.get('saved'),
  };
};

export const actions: Actions = {
  rename: async ({ request, locals }) => {
    const form = await readForm(request, renamePasskey, locals.locale);
    if (!form.valid) return { form };
    try {
      await locals.api.passkey.rename(form.data);
    } catch (error) {
      return failed(form, error, locals.locale);
    }
    redirect(303, '/account/passkeys?saved=renamed');
  },
  remove: async ({ request, locals }) => {
    const passkeyId = String((await request.formData()).get('passkeyId'));
    try {
      await locals.api.passkey.remove({ passkeyId });
    } catch (error) {
      return refused(error, locals.locale);
    }
    redirect(303, '/account/passkeys?saved=removed');
  },
};
