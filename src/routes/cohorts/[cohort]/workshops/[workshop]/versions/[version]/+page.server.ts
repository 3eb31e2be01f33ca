import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends(`cohort:${params.cohort}`, `workshop:${params.workshop}`);
  const version = Number(params.version);
  if (!Number.isInteger(version) || version < 1 || version > 10_000) error(404);
  const { workshop, programme } = await locals.api.agenda.publish.programme({
    cohortId: params.cohort,
    workshopId: params.workshop,
    version,
  });
  return { workshop, programme: programme ?? error(404) };
};
