import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** The answer that belongs to an entry of a secret ballot, while it can be changed; null for none. */
export const POST: RequestHandler = async ({ locals, params, request }) => {
  const body = (await request.json().catch(() => null)) as { entryId?: unknown } | null;
  const entryId = String(body?.entryId ?? '');
  const ref = { cohortId: params.cohort, ballotId: params.ballot };
  try {
    return json({ choice: await locals.api.ballot.entry({ ...ref, entryId }) });
  } catch (error) {
    const { appCode } = error as { appCode?: string };
    if (appCode === 'receipt_unknown' || appCode === 'invalid_input') return json({ choice: null });
    throw error;
  }
};
