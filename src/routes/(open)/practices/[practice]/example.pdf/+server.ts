import { fileResponse } from '$lib/platform/file-response';
import type { RequestHandler } from './$types';

/** In the language of its text, hence the same for everyone; kept as long as the page. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const file = await locals.api.practice.public.pdf({ practiceId: params.practice });
  return fileResponse(file, 'example.pdf', 'public, max-age=60');
};
