import { error } from '@sveltejs/kit';
import { refused } from '$lib/access/form';
import { attendanceKinds } from '$lib/workshop/participation/schema';
import type { Actions, PageServerLoad } from './$types';

const refOf = (params: { cohort: string; workshop: string }) => ({
  cohortId: params.cohort,
  workshopId: params.workshop,
});

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends(`cohort:${params.cohort}`, `workshop:${params.workshop}`);
  const view = await locals.api.workshop.participation.list(refOf(params));
  if (!view.may.arrange) error(403, { message: 'forbidden', appCode: 'workshop_only_staff' });
  return { view };
};

export const actions: Actions = {
  record: async ({ request, locals, params }) => {
    const form = await request.formData();
    const membershipId = String(form.get('membershipId') ?? '');
    const attended = attendanceKinds.find((kind) => kind === form.get('attended')) ?? null;
    const entries = [{ membershipId, attended }];
    try {
      await locals.api.workshop.participation.record({ ...refOf(params), entries });
    } catch (failure) {
      return refused(failure, locals.locale);
    }
  },

  /** What entering all at once has entered. */
  takeBack: async ({ request, locals, params }) => {
    const ids = (await request.formData()).getAll('membershipId').map(String);
    const entries = ids.map((membershipId) => ({ membershipId, attended: null }));
    try {
      await locals.api.workshop.participation.record({ ...refOf(params), entries });
    } catch (failure) {
      return refused(failure, locals.locale);
    }
  },

  recordComing: async ({ locals, params }) => {
    try {
      return await locals.api.workshop.participation.recordComing(refOf(params));
    } catch (failure) {
      return refused(failure, locals.locale);
    }
  },
};
