import { isNarrowed } from '$lib/practice/list/address';
import { listFilter, views, type View } from '$lib/practice/list/schema';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
  depends(`cohort:${params.cohort}`);
  const { searchParams } = url;
  const asked = Object.fromEntries([...searchParams].map(([name, value]) => [name, value || null]));
  const filter = listFilter.parse(asked);
  const after = searchParams.get('after');
  const list = await locals.api.practice.list({ ...filter, cohortId: params.cohort, after });
  const view: View = views.find((one) => one === searchParams.get('view')) ?? 'cards';
  // Shown above the whole list only, and dear: each of the own records is read in full.
  const isWhole = !isNarrowed(filter) && after === null;
  const cohort = { cohortId: params.cohort };
  const own = isWhole ? await locals.api.practice.own(cohort) : [];
  const adopted = isWhole ? await locals.api.practice.adopted(cohort) : [];
  const towns =
    view === 'map'
      ? await locals.api.practice.byTown({ ...filter, cohortId: params.cohort })
      : null;
  return { filter, view, list, own, adopted, towns, isContinued: after !== null };
};
