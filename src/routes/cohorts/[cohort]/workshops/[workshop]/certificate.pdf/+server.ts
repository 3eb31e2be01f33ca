import { fileResponse } from '$lib/platform/file-response';
import type { RequestHandler } from './$types';

/** The reader's own certificate of attendance. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const ref = { cohortId: params.cohort, workshopId: params.workshop };
  const file = await locals.api.workshop.participation.certificate({ ...ref, of: 'me' });
  return fileResponse(file, 'certificate.pdf');
};
