import { fail } from '@sveltejs/kit';
import { refused } from '$lib/access/form';
import { MAXIMUM_FILE_BYTES } from '$lib/agenda/exchange/format';
import { newId } from '$lib/platform/id';
import type { Actions, PageServerLoad } from './$types';

const refOf = (params: { cohort: string; workshop: string }) => ({
  cohortId: params.cohort,
  workshopId: params.workshop,
});

export const load: PageServerLoad = async ({ locals, params }) => ({
  ...(await locals.api.agenda.template.list(refOf(params))),
  newId: newId(),
});

export const actions: Actions = {
  save: async ({ locals, params, request }) => {
    const form = await request.formData();
    const templateId = String(form.get('templateId'));
    const name = String(form.get('name') ?? '');
    if (name.trim() === '') return fail(400, { isNameMissing: true });
    try {
      await locals.api.agenda.template.save({ ...refOf(params), templateId, name });
    } catch (error) {
      return refused(error, locals.locale);
    }
    return { isSaved: true };
  },

  use: async ({ locals, params, request }) => {
    const form = await request.formData();
    const changeId = String(form.get('changeId'));
    const id = String(form.get('id'));
    const from =
      form.get('kind') === 'template'
        ? ({ kind: 'template', templateId: id } as const)
        : ({ kind: 'workshop', workshopId: id } as const);
    try {
      return { taken: await locals.api.agenda.template.use({ ...refOf(params), changeId, from }) };
    } catch (error) {
      return refused(error, locals.locale);
    }
  },

  remove: async ({ locals, params, request }) => {
    const templateId = String((await request.formData()).get('templateId'));
    try {
      await locals.api.agenda.template.remove({ cohortId: params.cohort, templateId });
    } catch (error) {
      return refused(error, locals.locale);
    }
  },

  import: async ({ locals, params, request }) => {
    const form = await request.formData();
    const changeId = String(form.get('changeId'));
    const file = form.get('file');
    if (!(file instanceof File) || file.size === 0) return fail(400, { file: 'none' as const });
    if (file.size > MAXIMUM_FILE_BYTES) return fail(400, { file: 'too_large' as const });
    const text = await file.text();
    try {
      const read = await locals.api.agenda.exchange.import({ ...refOf(params), changeId, text });
      if ('taken' in read) return { taken: read.taken };
      return fail(400, 'problems' in read ? { problems: read.problems } : { wrong: read.refusal });
    } catch (error) {
      return refused(error, locals.locale);
    }
  },
};
