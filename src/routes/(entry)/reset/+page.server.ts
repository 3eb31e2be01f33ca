import { failed, readForm } from '$lib/access/form';
import { requestReset } from '$lib/account/schema';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await readForm(request, requestReset, locals.locale);
    if (!form.valid) return { form, sentTo: null };
    try {
      await locals.api.account.requestReset(form.data);
      return { form, sentTo: form.data.email };
    } catch (error) {
      return failed(form, error, locals.locale);
    }
  },
};
