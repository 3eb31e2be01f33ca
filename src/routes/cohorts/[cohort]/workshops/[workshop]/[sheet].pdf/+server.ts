import { error } from '@sveltejs/kit';
import { sheets, type Sheet } from '$lib/agenda/paper/schema';
import { fileResponse } from '$lib/platform/file-response';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  if (!sheets.includes(params.sheet as Sheet)) error(404);
  const sheet = params.sheet as Sheet;
  const ref = { cohortId: params.cohort, workshopId: params.workshop, sheet };
  return fileResponse(await locals.api.agenda.paper.pdf(ref), `${sheet}.pdf`);
};
