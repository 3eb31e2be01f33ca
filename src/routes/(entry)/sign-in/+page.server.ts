import { redirect } from '@sveltejs/kit';
import { localPath } from '$lib/account/local-path';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  const to = localPath(url.searchParams.get('to'));
  if (locals.actor.kind === 'person') redirect(303, to);
  return { to };
};
