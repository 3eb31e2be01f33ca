import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) =>
  new Response(JSON.stringify(await locals.api.account.export(), null, 2), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="werkraum.json"',
      'cache-control': 'no-store',
    },
  });
