import { error } from '@sveltejs/kit';
import { exportFormats, type ExportFormat } from '$lib/ballot/result/schema';
import type { RequestHandler } from './$types';

/** The anonymous votes of a closed ballot, to take along and to count again. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const format = exportFormats.find((one) => one === params.format) as ExportFormat | undefined;
  if (!format) error(404, { message: 'not_found', appCode: 'not_found' });
  const ref = { cohortId: params.cohort, ballotId: params.ballot };
  const file = await locals.api.ballot.export({ ...ref, format });
  return new Response(file.text, {
    headers: {
      'content-type': file.type,
      'content-disposition': `attachment; filename="${file.name}"`,
      'cache-control': 'no-store',
    },
  });
};
