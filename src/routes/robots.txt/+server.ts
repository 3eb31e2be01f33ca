import type { RequestHandler } from './$types';

/** Only what is public is found by search engines. */
export const GET: RequestHandler = ({ url }) =>
  new Response(
    [
      'User-agent: *',
      'Allow: /practices',
      'Allow: /public/files/',
      'Allow: /_app/',
      'Disallow: /',
      `Sitemap: ${url.origin}/sitemap.xml`,
      '',
    ].join('\n'),
    {
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        'cache-control': 'public, max-age=3600',
      },
    },
  );
