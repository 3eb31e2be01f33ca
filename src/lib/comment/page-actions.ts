/** The form actions of a page with a discussion, alike for all that people comment on. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { refused } from '$lib/access/form';
import { readRichText } from '$lib/platform/plain-text';

/** What a discussion is about. */
type Subject = { cohortId: string } & (
  { topicId: string } | { practiceId: string } | { workshopId: string }
);

export interface Deed<Ref extends Subject> {
  api: App.Locals['api'];
  ref: Ref;
  form: FormData;
  text: (name: string) => string;
}

/**
 * One action: does the deed, then leads back to the page. Where it was refused, the page says why,
 * beside what was typed.
 */
export const actionsOn =
  <Ref extends Subject, Params>(refOf: (params: Params) => Ref) =>
  (about: 'comment' | 'edit' | 'other', deed: (call: Deed<Ref>) => Promise<unknown>, anchor = '') =>
  async ({ request, locals, params, url }: RequestEvent & { params: Params }) => {
    const form = await request.formData();
    const text = (name: string) => String(form.get(name) ?? '');
    try {
      await deed({ api: locals.api, ref: refOf(params), form, text });
    } catch (error) {
      return refused(error, locals.locale, { about, body: text('body') });
    }
    const commentAnchor = about === 'other' ? anchor : `#comment-${text('id')}`;
    redirect(303, url.pathname + commentAnchor);
  };

/** Writing, changing, deleting and restoring a comment. */
export const commentActions = <Ref extends Subject, Params>(
  act: ReturnType<typeof actionsOn<Ref, Params>>,
) => ({
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
});
