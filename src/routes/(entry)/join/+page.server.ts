import { isHttpError } from '@sveltejs/kit';
import { setError } from 'sveltekit-superforms';
import { failed, readForm } from '$lib/access/form';
import { joinCode } from '$lib/account/join/schema';
import { isLetterCode } from '$lib/invitation/codes';
import type { Way } from '$lib/invitation/schema';
import { m } from '$lib/paraglide/messages.js';
import type { Actions } from './$types';

export const actions: Actions = {
  /** A letter's code is enough; the short one of the projector asks for the e-mail address next. */
  default: async ({ request, locals }) => {
    const { locale } = locals;
    const sent = await request.formData();
    const isSecondStep = sent.has('email');
    const form = await readForm(sent, joinCode, locale);
    const { code, email } = form.data;
    const isFromLetter = isLetterCode(code);
    if (!form.valid) return { form, asksForEmail: isSecondStep };
    if (!isFromLetter && email === '') {
      // Only now it is known that the address is needed.
      if (isSecondStep) setError(form, 'email', m.error_field_required({}, { locale }));
      return { form, asksForEmail: true };
    }
    const way: Way = isFromLetter ? { code } : { joinCode: code, email };
    try {
      return { form, way, invitation: await locals.api.invitation.lookup(way) };
    } catch (error) {
      if (!isHttpError(error, 404)) {
        return failed(form, error, locale);
      }
      if (isFromLetter) setError(form, 'code', m.account_join_code_unknown({}, { locale }));
      else setError(form, 'email', m.account_join_code_not_matching({}, { locale }));
      return { form, asksForEmail: !isFromLetter };
    }
  },
};
