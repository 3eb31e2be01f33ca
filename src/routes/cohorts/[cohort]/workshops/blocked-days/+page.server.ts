import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { emptyForm, failed, readForm, refused } from '$lib/access/form';
import { newId } from '$lib/platform/id';
import type { Actions, PageServerLoad } from './$types';

const blockForm = z
  .object({
    id: z.uuid(),
    from: z.string().min(1).max(10),
    until: z.string().max(10).default(''),
    reason: z.string().trim().max(200).default(''),
  })
  .refine(({ from, until }) => until === '' || from <= until, {
    error: 'end_before_start',
    path: ['until'],
  });

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends(`cohort:${params.cohort}`);
  const blocked = await locals.api.workshop.date.blocked({ cohortId: params.cohort });
  return { blocked, form: await emptyForm(blockForm, { id: newId(), from: '' }) };
};

export const actions: Actions = {
  block: async ({ locals, params, request }) => {
    const form = await readForm(request, blockForm, locals.locale);
    if (!form.valid) return fail(400, { form });
    const { from, until, ...rest } = form.data;
    try {
      const days = { from, until: until || from };
      await locals.api.workshop.date.block({ ...rest, ...days, cohortId: params.cohort });
    } catch (error) {
      failed(form, error, locals.locale);
      return fail(400, { form });
    }
    return { isBlocked: true };
  },

  unblock: async ({ locals, params, request }) => {
    const id = String((await request.formData()).get('id') ?? '');
    try {
      await locals.api.workshop.date.unblock({ cohortId: params.cohort, id });
    } catch (error) {
      return refused(error, locals.locale);
    }
  },
};
