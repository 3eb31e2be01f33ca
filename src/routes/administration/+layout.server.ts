import { error, redirect } from '@sveltejs/kit';
import type { LayoutServerLoad } from './$types';

/** Only a courtesy: every procedure below asks for itself. */
export const load: LayoutServerLoad = ({ locals, url }) => {
  const { actor } = locals;
  if (actor.kind !== 'person')
    redirect(303, `/sign-in?to=${encodeURIComponent(url.pathname + url.search)}`);
  if (!actor.isAdministrator) error(404, { message: 'not_found', appCode: 'not_found' });
};
