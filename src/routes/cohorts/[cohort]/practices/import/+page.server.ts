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

/** Workbooks and archives begin with these: no text, but what people often have. */
const WORKBOOKS = [
  [0x50, 0x4b],
  [0xd0, 0xcf, 0x11, 0xe0],
];
const isWorkbook = (bytes: Uint8Array): boolean =>
  WORKBOOKS.some((begin) => begin.every((byte, index) => bytes[index] === byte));

type Sent = { text: string } | { fault: 'too_large' | 'not_text' };

/** What was sent as text, however its bytes were written. */
async function readText(sent: FormData): Promise<Sent> {
  const file = sent.get('file');
  if (!(file instanceof File) || file.size === 0) {
    const text = String(sent.get('text') ?? '');
    return text.length <= MAXIMUM_FILE_BYTES ? { text } : { fault: 'too_large' };
  }
  const bytes = new Uint8Array(await file.slice(0, MAXIMUM_FILE_BYTES).arrayBuffer());
  if (isWorkbook(bytes)) return { fault: 'not_text' };
  return file.size > MAXIMUM_FILE_BYTES ? { fault: 'too_large' } : { text: readCsv(bytes).text };
}

const goodOf = (rows: ReadRow[], isForeign: boolean): string =>
  JSON.stringify(
    rows.flatMap((row) =>
      row.content && row.isForeign === isForeign
        ? [{ practiceId: newId(), content: row.content }]
        : [],
    ),
  );

async function check({ request, locals, params }: RequestEvent) {
  const sent = await readText(await request.formData());
  if ('fault' in sent) return fail(400, sent);
  const { text } = sent;
  try {
    const read = await locals.api.exchange.preview({ cohortId: params.cohort, text });
    if ('refusal' in read) return fail(400, { text, fault: read.refusal });
    const { rows, unknownColumns } = read;
    const shown = rows.map(({ content, ...row }) => ({ ...row, isGood: content !== null }));
    const good = { own: goodOf(rows, false), foreign: goodOf(rows, true) };
    return { text, preview: { rows: shown, unknownColumns, good } };
  } catch (failure) {
    return refused(failure, locals.locale);
  }
}

/** Those of other towns only where the button said so. */
function chosenFrom(sent: FormData) {
  const names = sent.get('take') === 'all' ? ['own', 'foreign'] : ['own'];
  try {
    const practices = names.flatMap((name) => JSON.parse(String(sent.get(name))) as unknown);
    return importPractices.shape.practices.parse(practices);
  } catch {
    return null;
  }
}

async function take({ request, locals, params }: RequestEvent) {
  const practices = chosenFrom(await request.formData());
  if (!practices) return fail(400, { fault: 'empty' as const });
  try {
    const { count } = await locals.api.exchange.import({ cohortId: params.cohort, practices });
    return { imported: count };
  } catch (failure) {
    return refused(failure, locals.locale);
  }
}

export const actions: Actions = { check, take };
