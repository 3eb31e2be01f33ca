import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { refused } from '$lib/access/form';
import { readRichText } from '$lib/platform/plain-text';
import type { Actions, PageServerLoad } from './$types';

interface Params {
  cohort: string;
  workshop: string;
}
const refOf = ({ cohort, workshop }: Params) => ({ cohortId: cohort, workshopId: workshop });

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  // Notes may come while somebody writes.
  depends(`proceedings:${params.workshop}`, `day:${params.workshop}`);
  return { draft: await locals.api.proceedings.draft(refOf(params)) };
};

interface Call {
  api: App.Locals['api'];
  form: FormData;
  text: (name: string) => string;
  ref: { cohortId: string; workshopId: string; sectionId: string };
}

/** Does one deed to a section, then leads back to it. */
const act =
  (deed: (call: Call) => Promise<unknown>, anchor: 'section' | 'top' = 'section') =>
  async ({ request, locals, params, url }: RequestEvent & { params: Params }) => {
    const form = await request.formData();
    const text = (name: string) => String(form.get(name) ?? '');
    const sectionId = text('sectionId');
    try {
      await deed({ api: locals.api, form, text, ref: { ...refOf(params), sectionId } });
    } catch (error) {
      return refused(error, locals.locale);
    }
    redirect(303, url.pathname + (anchor === 'section' ? `#section-${sectionId}` : ''));
  };

export const actions: Actions = {
  /** Without script; with it, each section is kept by itself. */
  save: async ({ request, locals, params, url }) => {
    const form = await request.formData();
    const text = (name: string) => String(form.get(name) ?? '');
    const sectionId = text('sectionId');
    const typed = { title: text('title').trim(), body: readRichText(form, 'body') };
    try {
      const { conflicts } = await locals.api.proceedings.saveSection({
        ...refOf(params),
        sectionId,
        changes: [
          { field: 'title', from: text('fromTitle'), to: typed.title },
          { field: 'body', from: text('fromBody'), to: typed.body },
        ],
      });
      const theirs = Object.fromEntries(conflicts.map(({ field, current }) => [field, current]));
      if (conflicts.length > 0) return fail(409, { refused: { sectionId, typed, theirs } });
    } catch (error) {
      return refused(error, locals.locale);
    }
    redirect(303, `${url.pathname}#section-${sectionId}`);
  },
  move: act(({ api, ref, text }) =>
    api.proceedings.moveSection({ ...ref, to: text('to') === 'up' ? 'up' : 'down' }),
  ),
  add: act(({ api, ref, text }) =>
    api.proceedings.addSection({ ...ref, afterId: text('afterId'), title: text('title') }),
  ),
  addMissing: act(
    ({ api, ref: { cohortId, workshopId } }) =>
      api.proceedings.addMissing({ cohortId, workshopId }),
    'top',
  ),
  remove: act(({ api, ref }) => api.proceedings.removeSection(ref), 'top'),
  settleNotes: act(({ api, ref, form, text }) =>
    api.proceedings.settleNotes({
      ...ref,
      noteIds: form.getAll('noteIds').map(String),
      isTaken: text('isTaken') === 'yes',
    }),
  ),
};
