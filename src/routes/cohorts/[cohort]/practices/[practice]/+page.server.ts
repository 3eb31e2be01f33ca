import { actionsOn, commentActions } from '$lib/comment/page-actions';
import type { Actions, PageServerLoad } from './$types';

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

const act = actionsOn((params: { cohort: string; practice: string }) => ({
  cohortId: params.cohort,
  practiceId: params.practice,
}));

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
  ...commentActions(act),
};
