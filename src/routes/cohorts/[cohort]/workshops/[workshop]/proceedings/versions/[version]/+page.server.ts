import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends(`workshop:${params.workshop}`);
  const version = Number(params.version);
  if (!Number.isInteger(version) || version < 1 || version > 10_000) error(404);
  const { shown, ...view } = await locals.api.proceedings.read({
    cohortId: params.cohort,
    workshopId: params.workshop,
    version,
  });
  return { view, shown: shown ?? error(404) };
};
