import { error } from '@sveltejs/kit';
import type { LayoutServerLoad } from './$types';

/** Only a courtesy: every procedure below asks for itself. */
export const load: LayoutServerLoad = async ({ parent }) => {
  const { frame } = await parent();
  if (!frame.roles.includes('organiser'))
    error(404, { message: 'not_found', appCode: 'not_found' });
};
