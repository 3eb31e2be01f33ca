import { fail, isHttpError, isRedirect } from '@sveltejs/kit';
import { message, setError, superValidate, type SuperValidated } from 'sveltekit-superforms';
import { zod4 } from 'sveltekit-superforms/adapters';
import { z } from 'zod';
import { m } from '$lib/paraglide/messages.js';
import type { ErrorFacts } from '$lib/platform/errors';
import { formatNumber } from '$lib/ui/format';
import type { Locale } from './actor';
import { errorText } from './error-text';

// Form actions only: the texts of all errors would be too heavy for the browser.

/** What stands above a form after it was sent. */
export interface FormMessage {
  kind: 'success' | 'error';
  text: string;
  appCode?: string;
  facts?: ErrorFacts;
}

type FormSchema = z.ZodType<Record<string, unknown>, Record<string, unknown>>;

/** Standard findings of zod as codes, with the limit behind a colon; own refinements are codes. */
function issueCode(issue: z.core.$ZodRawIssue): string {
  if (issue.input === undefined || issue.input === '') return 'required';
  if (issue.code === 'too_small')
    return issue.origin === 'string' ? 'required' : `too_small:${issue.minimum}`;
  if (issue.code === 'too_big') return `${tooBig[issue.origin] ?? 'too_big'}:${issue.maximum}`;
  return 'invalid';
}
const tooBig: Record<string, string> = { string: 'too_long', array: 'too_many' };

function fieldText(finding: string, locale: Locale): string {
  const [code = finding, limit] = finding.split(':');
  const texts = m as unknown as Record<
    string,
    ((facts: object, options: { locale: Locale }) => string) | undefined
  >;
  const text = texts[`error_field_${code}`] ?? texts['error_field_invalid'];
  return text
    ? text(limit ? { limit: formatNumber(Number(limit), locale) } : {}, { locale })
    : code;
}

/** Puts every finding of a nested error tree into the reader's language. */
function translate(errors: unknown, locale: Locale): void {
  if (errors === null || typeof errors !== 'object') return;
  for (const [key, value] of Object.entries(errors)) {
    const isTexts = Array.isArray(value) && value.every((entry) => typeof entry === 'string');
    if (isTexts)
      (errors as Record<string, string[]>)[key] = value.map((code) => fieldText(code, locale));
    else translate(value, locale);
  }
}

z.config({ customError: issueCode });

/** An empty or prefilled form. */
export const emptyForm = <S extends FormSchema>(schema: S, data?: Partial<z.input<S>>) =>
  superValidate<z.output<S>, FormMessage, z.input<S>>(
    (data ?? null) as Partial<z.input<S>> | null,
    zod4(schema) as never,
    { errors: false },
  );

/** What was sent, checked; its errors are in the reader's language. */
export async function readForm<S extends FormSchema>(
  request: Request | FormData,
  schema: S,
  locale: Locale,
) {
  // superValidate would take a body that cannot be read (too large) for a form that nobody sent.
  const sent = request instanceof FormData ? request : await request.formData();
  const form = await superValidate<z.output<S>, FormMessage, z.input<S>>(
    sent,
    zod4(schema) as never,
  );
  translate(form.errors, locale);
  return form;
}

/**
 * Answers a form whose procedure refused it: the sentence above the form, field findings beside their
 * fields, and everything that was typed still there. Redirects and missing things pass through.
 */
export function failed<Out extends Record<string, unknown>, In extends Record<string, unknown>>(
  form: SuperValidated<Out, FormMessage, In>,
  error: unknown,
  locale: Locale,
  /** Of a refusal that is about one field, which: the sentence stands beside it. */
  fieldOf: Record<string, string> = {},
) {
  if (isHttpError(error, 404) || isRedirect(error)) throw error;
  const { appCode = 'internal', facts = {} } = error as { appCode?: string; facts?: ErrorFacts };
  if (appCode === 'internal') throw error;
  const text = errorText(appCode, facts, locale);
  const field = fieldOf[appCode];
  if (field) setError(form as never, field as never, text as never);
  form.valid = false;
  return message(form, { kind: 'error', text, appCode, facts }, { status: 400 });
}

/**
 * Answers an action without a form of fields: the sentence, and what was typed. Redirects, missing
 * things and faults of ours pass through.
 */
export function refused(error: unknown, locale: Locale, typed: Record<string, string> = {}) {
  if (isHttpError(error, 404) || isRedirect(error)) throw error;
  const { appCode = 'internal', facts = {} } = error as { appCode?: string; facts?: ErrorFacts };
  if (appCode === 'internal') throw error;
  return fail(400, { appCode, refusal: errorText(appCode, facts, locale), typed });
}
