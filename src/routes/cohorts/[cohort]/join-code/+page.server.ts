import { fail } from '@sveltejs/kit';
import { failed, readForm } from '$lib/access/form';
import { openJoinCode } from '$lib/invitation/schema';
import { newId } from '$lib/platform/id';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
  depends(`cohort:${params.cohort}`);
  const arrivals = await locals.api.invitation.arrivals({ cohortId: params.cohort });
  return { arrivals, joinAddress: `${url.host}/join`, newCodeId: newId() };
};

export const actions: Actions = {
  open: async ({ locals, params, request }) => {
    const form = await readForm(request, openJoinCode.omit({ cohortId: true }), locals.locale);
    if (!form.valid) return fail(400, { form });
    try {
      const shown = await locals.api.invitation.openJoinCode({
        ...form.data,
        cohortId: params.cohort,
      });
      return { shown };
    } catch (failure) {
      return failed(form, failure, locals.locale);
    }
  },
  end: async ({ locals, params }) => {
    await locals.api.invitation.endJoinCode({ cohortId: params.cohort });
    return { isEnded: true };
  },
};
