import type { LayoutServerLoad } from './$types';

/** Whoever prints a card comes from a cohort, and goes back there. */
export const load: LayoutServerLoad = async ({ locals }) =>
  locals.actor.kind === 'person' ? { cohorts: await locals.api.cohort.mine() } : { cohorts: [] };
