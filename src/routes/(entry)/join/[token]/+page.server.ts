import { isHttpError } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const way = { token: params.token };
  try {
    return { way, invitation: await locals.api.invitation.lookup(way) };
  } catch (error) {
    if (!isHttpError(error, 404)) throw error;
    return { way, invitation: null };
  }
};
