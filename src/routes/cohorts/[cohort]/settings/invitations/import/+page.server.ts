import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { failed, readForm } from '$lib/access/form';
import { inviteMany } from '$lib/invitation/schema';
import { readCsv, readCsvText } from '$lib/platform/csv';
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
  return readCsvText(String(sent.get('text') ?? ''));
}

async function check({ locals, params, request }: RequestEvent) {
  const sent = await request.formData();
  const text = String(sent.get('text') ?? '');
  const { rows: lines } = await readList(sent);
  if (lines.length === 0) return fail(400, { text, refusal: 'empty' as const });
  if (lines.length > MAXIMUM_LINES) return fail(400, { text, refusal: 'too_long' as const });
  const preview = await locals.api.invitation.preview({ cohortId: params.cohort, rows: lines });
  const good = preview
    .filter(({ problems }) => problems.length === 0)
    .map(({ email, name, role, teamId }) => ({ id: newId(), email, name, role, teamId }));
  return { text, preview, rows: JSON.stringify(good) };
}

async function send({ locals, params, request }: RequestEvent) {
  const form = await readForm(request, listForm, locals.locale);
  if (!form.valid) return fail(400, { form });
  try {
    const { count } = await locals.api.invitation.inviteMany({
      ...form.data,
      rows: form.data.rows,
      cohortId: params.cohort,
    });
    return { invited: count };
  } catch (failure) {
    return failed(form, failure, locals.locale);
  }
}

export const actions: Actions = { check, send };
