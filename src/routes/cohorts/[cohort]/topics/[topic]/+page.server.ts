import { redirect } from '@sveltejs/kit';
import { refused } from '$lib/access/form';
import { readRichText } from '$lib/platform/plain-text';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
  depends(`topic:${params.topic}`);
  const { searchParams } = url;
  const view = await locals.api.topic.page({
    cohortId: params.cohort,
    topicId: params.topic,
    before: searchParams.get('before'),
    from: searchParams.get('from'),
  });
  return { view, editId: searchParams.get('edit'), quoteId: searchParams.get('quote') };
};

interface Deed {
  api: App.Locals['api'];
  ref: { cohortId: string; topicId: string };
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
    const ref = { cohortId: params.cohort, topicId: params.topic };
    try {
      await deed({ api: locals.api, ref, form, text });
    } catch (error) {
      return refused(error, locals.locale, { about, body: text('body') });
    }
    const commentAnchor = about === 'other' ? anchor : `#comment-${text('id')}`;
    redirect(303, url.pathname + commentAnchor);
  };

const merge = ({ ref: { cohortId }, text }: Deed) => ({ cohortId, id: text('id') });

export const actions: Actions = {
  support: act(
    'other',
    ({ api, ref, text }) =>
      api.topic.setSupport({ ...ref, isSupported: text('isSupported') === 'on' }),
    '#support',
  ),
  follow: act('other', ({ api, ref, text }) =>
    api.topic.setFollow({ ...ref, isFollowed: text('isFollowed') === 'on' }),
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
  confirm: act('other', ({ api, ref }) => api.topic.confirm(ref)),
  takeBack: act('other', ({ api, ref }) => api.topic.takeBack(ref)),
  reopen: act('other', ({ api, ref }) => api.topic.reopen(ref)),
  /** The draft as it stands; who has seen an older one is told. */
  propose: act('other', async ({ api, ref, text }) => {
    const { topic } = await api.topic.form(ref);
    if (topic) await api.topic.propose({ ...topic, ...ref, version: Number(text('version')) });
  }),
  pin: act('other', ({ api, ref, text }) =>
    api.topic.setPin({ ...ref, isPinned: text('isPinned') === 'on' }),
  ),
  note: act(
    'other',
    ({ api, ref, text }) => api.topic.addNote({ ...ref, id: text('id'), body: text('body') }),
    '#notes',
  ),
  deleteNote: act(
    'other',
    ({ api, ref, text }) => api.topic.deleteNote({ ...ref, id: text('id') }),
    '#notes',
  ),
  guest: act(
    'other',
    ({ api, ref, text }) =>
      api.topic.setGuest({
        ...ref,
        membershipId: text('membershipId'),
        isInvited: text('isInvited') === 'on',
      }),
    '#guests',
  ),
  agreeMerge: act('other', (call) => call.api.merge.consent({ ...merge(call), agrees: true })),
  declineMerge: act('other', (call) => call.api.merge.consent({ ...merge(call), agrees: false })),
  objectMerge: act('other', (call) => call.api.merge.object(merge(call))),
  undoMerge: act('other', (call) => call.api.merge.undo(merge(call))),
};
