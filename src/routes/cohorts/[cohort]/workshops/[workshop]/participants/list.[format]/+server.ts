import { error } from '@sveltejs/kit';
import { downloadFormat } from '$lib/cohort/schema';
import { fileResponse } from '$lib/platform/file-response';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  const { data: format } = downloadFormat.safeParse(params.format);
  if (!format) error(404, { message: 'not_found', appCode: 'not_found' });
  const ref = { cohortId: params.cohort, workshopId: params.workshop, format };
  const file = await locals.api.workshop.participation.download(ref);
  return fileResponse(file, `participants.${format}`);
};
