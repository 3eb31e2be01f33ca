import { error, redirect } from '@sveltejs/kit';
import { joinedAs } from '$lib/access/actor';
import type { PageServerLoad } from './$types';

/** The own entry; of several roles the one in a team. */
export const load: PageServerLoad = ({ locals, params }) => {
  const joined = joinedAs(locals.actor, params.cohort);
  const own = joined.find(({ teamId }) => teamId !== null) ?? joined[0];
  if (!own) error(404, { message: 'not_found', appCode: 'not_found' });
  redirect(303, `/cohorts/${params.cohort}/people/${own.id}/edit`);
};
