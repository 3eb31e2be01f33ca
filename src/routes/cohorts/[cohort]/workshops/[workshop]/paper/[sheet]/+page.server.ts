import { error } from '@sveltejs/kit';
import { sheets, type Sheet } from '$lib/agenda/paper/schema';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  if (!sheets.includes(params.sheet as Sheet)) error(404);
  const sheet = params.sheet as Sheet;
  const ref = { cohortId: params.cohort, workshopId: params.workshop, sheet };
  return { paper: await locals.api.agenda.paper.read(ref) };
};
