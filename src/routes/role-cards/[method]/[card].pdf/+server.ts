import { error } from '@sveltejs/kit';
import { ofRoleCard } from '$lib/consultation/card/schema';
import type { RequestHandler } from './$types';

/** A card to print; `?lang=` where it is wanted in another language than the reader's. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const locale = url.searchParams.get('lang') ?? locals.locale;
  const { data: wanted } = ofRoleCard.safeParse({ ...params, locale });
  if (!wanted) error(404, { message: 'not_found', appCode: 'not_found' });
  const { content } = await locals.api.roleCard.pdf(wanted);
  const name = `role-card-${wanted.method}-${wanted.card}-${wanted.locale}.pdf`.replaceAll(
    '_',
    '-',
  );
  return new Response(Buffer.from(content, 'base64'), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${name}"`,
    },
  });
};
