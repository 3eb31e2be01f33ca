import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => {
  const { actor } = locals;
  if (actor.kind !== 'person') return { person: null };
  const { accountId, name, isAdministrator, memberships, secondFactorDue } = actor;
  const cohortCount = new Set(memberships.map(({ cohortId }) => cohortId)).size;
  return { person: { accountId, name, isAdministrator, cohortCount, secondFactorDue } };
};
