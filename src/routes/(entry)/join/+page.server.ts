import { isHttpError } from '@sveltejs/kit';
import { setError } from 'sveltekit-superforms';
import { failed, readForm } from '$lib/access/form';
import { joinCode } from '$lib/account/join/schema';
import type { Way } from '$lib/invitation/schema';
import { m } from '$lib/paraglide/messages.js';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const { locale } = locals;
    const form = await readForm(request, joinCode, locale);
    if (!form.valid) return { form };
    const { code, email } = form.data;
    const way: Way = email ? { joinCode: code, email } : { code };
    try {
      return { form, way, invitation: await locals.api.invitation.lookup(way) };
    } catch (error) {
      if (!isHttpError(error, 404)) return failed(form, error, locale);
      setError(form, 'code', m.account_join_code_unknown({}, { locale }));
      return { form };
    }
  },
};
