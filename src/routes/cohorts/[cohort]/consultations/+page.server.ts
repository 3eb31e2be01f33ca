import { fail } from '@sveltejs/kit';
import { refused } from '$lib/access/form';
import { METHODS } from '$lib/consultation/engine/methods';
import { methodSummaries } from '$lib/consultation/engine/texts';
import { m } from '$lib/paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends(`cohort:${params.cohort}`);
  const list = await locals.api.consultation.list({ cohortId: params.cohort });
  return { list, methods: methodSummaries(METHODS, locals.locale) };
};

/** The failure's sentence, or none. */
async function setAway(locals: App.Locals, cohortId: string, awayUntil: string | null) {
  try {
    await locals.api.consultation.setAway({ cohortId, awayUntil });
    return { refusal: undefined };
  } catch (error) {
    return refused(error, locals.locale);
  }
}

export const actions: Actions = {
  away: async ({ locals, params, request }) => {
    const day = (await request.formData()).get('awayUntil');
    if (typeof day !== 'string' || day === '')
      return fail(400, { refusal: m.consultation_absence_missing({}, { locale: locals.locale }) });
    return setAway(locals, params.cohort, day);
  },
  back: ({ locals, params }) => setAway(locals, params.cohort, null),
};
