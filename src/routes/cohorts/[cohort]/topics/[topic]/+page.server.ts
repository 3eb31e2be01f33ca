import { actionsOn, commentActions, type Deed } from '$lib/comment/page-actions';
import type { Actions, PageServerLoad } from './$types';

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

const act = actionsOn((params: { cohort: string; topic: string }) => ({
  cohortId: params.cohort,
  topicId: params.topic,
}));

const merge = ({ ref: { cohortId }, text }: Deed<{ cohortId: string; topicId: string }>) => ({
  cohortId,
  id: text('id'),
});

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
  ...commentActions(act),
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
