import type { PageServerLoad } from './$types';

/** After the set-up the same page goes on with the test mail, for the new administrator. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const { actor, api } = locals;
  const isDone = actor.kind === 'person' && actor.isAdministrator;
  return {
    token: params.token,
    isDone,
    isValid: !isDone && (await api.account.setupLink({ token: params.token })),
  };
};
