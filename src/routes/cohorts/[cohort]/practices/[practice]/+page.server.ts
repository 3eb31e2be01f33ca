import { redirect } from '@sveltejs/kit';
import { refused } from '$lib/access/form';
import { readRichText } from '$lib/platform/plain-text';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
  depends(`practice:${params.practice}`);
  const { searchParams } = url;
  const view = await locals.api.practice.page({
    cohortId: params.cohort,
    practiceId: params.practice,
    before: searchParams.get('before'),
    from: searchParams.get('from'),
  });
  return {
    view,
    isAsOthers: searchParams.get('as') === 'cohort',
    isAsking: searchParams.has('ask'),
    editId: searchParams.get('edit'),
    quoteId: searchParams.get('quote'),
  };
};

interface Deed {
  api: App.Locals['api'];
  ref: { cohortId: string; practiceId: string };
  form: FormData;
  text: (name: string) => string;
}

/**
 * One action: does the deed, then leads back to the page. Where it was refused, the page says why,
 * beside what was typed.
 */
const act =
  (about: 'comment' | 'edit' | 'other', deed: (call: Deed) => Promise<unknown>, anchor = '') =>
  async ({ request, locals, params, url }: RequestEvent) => {
    const form = await request.formData();
    const text = (name: string) => String(form.get(name) ?? '');
    const ref = { cohortId: params.cohort, practiceId: params.practice };
    try {
      await deed({ api: locals.api, ref, form, text });
    } catch (error) {
      return refused(error, locals.locale, { about, body: text('body') });
    }
    const commentAnchor = about === 'other' ? anchor : `#comment-${text('id')}`;
    redirect(303, url.pathname + commentAnchor);
  };

export const actions: Actions = {
  adopt: act(
    'other',
    ({ api, ref }) => api.practice.saveAdoption({ ...ref, state: 'interested' }),
    '#adoptions',
  ),
  thanks: act(
    'other',
    ({ api, ref, text }) =>
      api.practice.setThanks({ ...ref, isThanked: text('isThanked') === 'on' }),
    '#thanks',
  ),
  comment: act('comment', ({ api, ref, form, text }) =>
    api.comment.create({
      ...ref,
      id: text('id'),
      body: readRichText(form, 'body'),
      quotedId: text('quotedId') || null,
    }),
  ),
  editComment: act('edit', ({ api, ref, form, text }) =>
    api.comment.edit({
      ...ref,
      id: text('id'),
      body: readRichText(form, 'body'),
      version: Number(text('version')),
    }),
  ),
  deleteComment: act(
    'other',
    ({ api, ref, text }) => api.comment.delete({ ...ref, id: text('id') }),
    '#comments',
  ),
  restoreComment: act(
    'other',
    ({ api, ref, text }) => api.comment.restore({ ...ref, id: text('id') }),
    '#comments',
  ),
};
