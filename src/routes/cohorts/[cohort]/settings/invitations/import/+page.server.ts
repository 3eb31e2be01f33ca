import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { failed, readForm } from '$lib/access/form';
import { inviteMany } from '$lib/invitation/schema';
import { readCsv, readCsvText, type CsvRow } from '$lib/platform/csv';
import { newId } from '$lib/platform/id';
import type { Actions, RequestEvent } from './$types';

const MAXIMUM_LINES = 301;
const MAXIMUM_FILE_BYTES = 500_000;

/** The list travels through the page as it was read; nothing is stored before it is confirmed. */
const listForm = z.object({
  rows: z
    .string()
    .max(500_000)
    .transform((text, context) => {
      try {
        return inviteMany.shape.rows.parse(JSON.parse(text));
      } catch {
        context.addIssue({ code: 'custom', message: 'invalid' });
        return z.NEVER;
      }
    }),
  reason: inviteMany.shape.reason,
  sendsMail: z.boolean().default(false),
});

async function readList(sent: FormData) {
  const file = sent.get('file');
  const isUploaded = file instanceof File && file.size > 0 && file.size <= MAXIMUM_FILE_BYTES;
  if (isUploaded) return readCsv(new Uint8Array(await file.arrayBuffer()));
  const text = String(sent.get('text') ?? '');
  return { ...readCsvText(text), text };
}

/** Every row with what is wrong with it, and those that can be invited. */
async function look({ locals, params }: RequestEvent, text: string, lines: CsvRow[]) {
  const preview = await locals.api.invitation.preview({ cohortId: params.cohort, rows: lines });
  const good = preview
    .filter(({ problems }) => problems.length === 0)
    .map(({ email, name, role, teamId }) => ({ id: newId(), email, name, role, teamId }));
  return { text, preview, rows: JSON.stringify(good) };
}

async function check(event: RequestEvent) {
  // What was uploaded comes back as text, to be corrected there.
  const { rows: lines, text } = await readList(await event.request.formData());
  if (lines.length === 0) return fail(400, { text, refusal: 'empty' as const });
  if (lines.length > MAXIMUM_LINES) return fail(400, { text, refusal: 'too_long' as const });
  return look(event, text, lines);
}

async function send(event: RequestEvent) {
  const { locals, params, request } = event;
  const sent = await request.formData();
  const form = await readForm(sent, listForm, locals.locale);
  const text = String(sent.get('text') ?? '');
  /** The preview stays beside what is wrong. */
  const again = async () =>
    fail(400, { form, ...(await look(event, text, readCsvText(text).rows)) });
  if (!form.valid) return again();
  try {
    const { count } = await locals.api.invitation.inviteMany({
      ...form.data,
      rows: form.data.rows,
      cohortId: params.cohort,
    });
    return { invited: count };
  } catch (failure) {
    failed(form, failure, locals.locale, { reason_missing: 'reason' });
    return again();
  }
}

export const actions: Actions = { check, send };
