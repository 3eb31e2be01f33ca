import type { RequestHandler } from './$types';

/** Sitemaps hold no more. */
const MOST = 50_000;

/** The addresses of what is public, for search engines. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const entries = [`<url><loc>${url.origin}/practices</loc></url>`];
  let before: { at: string; id: string } | null = null;
  do {
    const { cards, next } = (await locals.api.practice.public.list({ before })) as Awaited<
      ReturnType<typeof locals.api.practice.public.list>
    >;
    for (const { id, releasedAt } of cards)
      entries.push(
        `<url><loc>${url.origin}/practices/${id}</loc><lastmod>${releasedAt.toISOString()}</lastmod></url>`,
      );
    before = next;
  } while (before && entries.length < MOST);
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join('')}</urlset>\n`;
  return new Response(xml, {
    headers: {
      'content-type': 'application/xml; charset=utf-8',
      'cache-control': 'public, max-age=600',
    },
  });
};
