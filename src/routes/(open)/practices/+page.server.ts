import { practiceKinds, type PracticeKind } from '$lib/practice/fields';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { searchParams } = url;
  const wished = searchParams.get('kind') as PracticeKind;
  const kind = practiceKinds.includes(wished) ? wished : null;
  const [at, id] = searchParams.get('before')?.split('_') ?? [];
  const before = at && id ? { at, id } : null;
  const { cards, next } = await locals.api.practice.public.list({ kind, before });
  return { cards, next, kind, isFirst: before === null };
};
