import { createHash } from 'node:crypto';
import type { RequestHandler } from './$types';

/** Calendars come by often; what has not changed is not sent again. Nobody in between may keep it. */
export const GET: RequestHandler = async ({ locals, params, request }) => {
  const { content } = await locals.api.calendar.read({ token: params.token });
  const etag = `"${createHash('sha256').update(content).digest('base64url')}"`;
  const headers = { etag, 'cache-control': 'private, max-age=900' };
  const isKnown = request.headers.get('if-none-match')?.includes(etag) ?? false;
  if (isKnown) return new Response(null, { status: 304, headers });
  return new Response(content, {
    headers: {
      ...headers,
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="werkraum.ics"',
      'x-robots-tag': 'noindex',
    },
  });
};
