import { fileResponse } from '$lib/platform/file-response';
import type { RequestHandler } from './$types';

/** In the language of its text, hence the same for everyone; kept for a minute, since it has no ETag to ask with. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const file = await locals.api.practice.public.pdf({ practiceId: params.practice });
  return fileResponse(file, 'example.pdf', 'public, max-age=60');
};
