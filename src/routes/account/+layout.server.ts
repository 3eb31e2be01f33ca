import type { LayoutServerLoad } from './$types';

/**
 * Whoever looks after the own account comes from a cohort, and goes back there; with a second factor to
 * set up first, not yet.
 */
export const load: LayoutServerLoad = async ({ locals: { actor, api } }) => {
  const mayGoBack = actor.kind === 'person' && !actor.secondFactorDue?.isOver;
  return { cohorts: mayGoBack ? await api.cohort.mine() : [] };
};
