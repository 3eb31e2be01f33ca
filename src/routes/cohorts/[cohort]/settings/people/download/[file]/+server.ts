import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

const formats: Record<string, 'csv' | 'xlsx'> = { 'people.csv': 'csv', 'people.xlsx': 'xlsx' };

export const GET: RequestHandler = async ({ locals, params }) => {
  const format = formats[params.file];
  if (!format) error(404, { message: 'not_found', appCode: 'not_found' });
  const file = await locals.api.membership.export({ cohortId: params.cohort, format });
  const name = encodeURIComponent(file.fileName);
  return new Response(Buffer.from(file.content, 'base64'), {
    headers: {
      'content-type': file.mediaType,
      'content-disposition': `attachment; filename="people.${format}"; filename*=UTF-8''${name}`,
      'cache-control': 'no-store',
    },
  });
};
