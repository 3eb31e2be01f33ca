import { fail } from '@sveltejs/kit';
import { refused } from '$lib/access/form';
import { newId } from '$lib/platform/id';
import { readCsv } from '$lib/platform/csv';
import { importPractices, MAXIMUM_FILE_BYTES } from '$lib/practice/exchange/schema';
import type { ReadRow } from '$lib/practice/exchange/read-file';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends(`cohort:${params.cohort}`);
  // Whoever may read nothing in is told so before a file is chosen.
  await locals.api.exchange.preview({ cohortId: params.cohort, text: '' });
};

/** What was sent as text, however its bytes were written; null where it is too much. */
async function readText(sent: FormData): Promise<string | null> {
  const file = sent.get('file');
  if (!(file instanceof File) || file.size === 0) {
    const text = String(sent.get('text') ?? '');
    return text.length <= MAXIMUM_FILE_BYTES ? text : null;
  }
  if (file.size > MAXIMUM_FILE_BYTES) return null;
  return readCsv(new Uint8Array(await file.arrayBuffer())).text;
}

const goodOf = (rows: ReadRow[]) =>
  rows.flatMap(({ content }) => (content ? [{ practiceId: newId(), content }] : []));

async function check({ request, locals, params }: RequestEvent) {
  const text = await readText(await request.formData());
  if (text === null) return fail(400, { fault: 'too_large' as const });
  try {
    const read = await locals.api.exchange.preview({ cohortId: params.cohort, text });
    if ('refusal' in read) return fail(400, { text, fault: read.refusal });
    const { rows, unknownColumns } = read;
    const shown = rows.map(({ content, ...row }) => ({ ...row, isGood: content !== null }));
    return { text, preview: { rows: shown, unknownColumns, good: JSON.stringify(goodOf(rows)) } };
  } catch (failure) {
    return refused(failure, locals.locale);
  }
}

function goodFrom(sent: FormData) {
  try {
    return importPractices.shape.practices.parse(JSON.parse(String(sent.get('practices'))));
  } catch {
    return null;
  }
}

async function take({ request, locals, params }: RequestEvent) {
  const practices = goodFrom(await request.formData());
  if (!practices) return fail(400, { fault: 'empty' as const });
  try {
    const { count } = await locals.api.exchange.import({ cohortId: params.cohort, practices });
    return { imported: count };
  } catch (failure) {
    return refused(failure, locals.locale);
  }
}

export const actions: Actions = { check, take };
