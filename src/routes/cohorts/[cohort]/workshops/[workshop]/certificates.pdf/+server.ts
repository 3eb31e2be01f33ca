import { fileResponse } from '$lib/platform/file-response';
import type { RequestHandler } from './$types';

/** Everybody's certificates of attendance in one document, for those who arrange the workshop. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const ref = { cohortId: params.cohort, workshopId: params.workshop };
  const file = await locals.api.workshop.participation.certificate({ ...ref, of: 'everyone' });
  return fileResponse(file, 'certificates.pdf');
};
