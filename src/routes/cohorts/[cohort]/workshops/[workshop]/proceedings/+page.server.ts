import { redirect } from '@sveltejs/kit';
import { refused } from '$lib/access/form';
import { actionsOn, commentActions } from '$lib/comment/page-actions';
import type { Actions, PageServerLoad } from './$types';

const refOf = (params: { cohort: string; workshop: string }) => ({
  cohortId: params.cohort,
  workshopId: params.workshop,
});

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
  depends(`workshop:${params.workshop}`, `agreements:${params.cohort}`);
  const { searchParams } = url;
  const view = await locals.api.proceedings.read({
    ...refOf(params),
    before: searchParams.get('before'),
    from: searchParams.get('from'),
  });
  return {
    view,
    aboutId: searchParams.get('about'),
    editId: searchParams.get('edit'),
    quoteId: searchParams.get('quote'),
  };
};

const act = actionsOn(refOf);

export const actions: Actions = {
  begin: async ({ locals, params }) => {
    try {
      await locals.api.proceedings.begin(refOf(params));
    } catch (error) {
      return refused(error, locals.locale);
    }
    redirect(303, `/cohorts/${params.cohort}/workshops/${params.workshop}/proceedings/edit`);
  },
  ...commentActions(act),
};
