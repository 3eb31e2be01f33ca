import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const [programmes, texts] = await Promise.all([
    locals.api.programme.list(),
    locals.api.text.list(),
  ]);
  return { programmes, texts };
};
