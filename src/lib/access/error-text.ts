import { m } from '$lib/paraglide/messages.js';
import type { ErrorFacts } from '$lib/platform/errors';
import type { Locale } from './actor';

type Text = (facts: Record<string, unknown>, options: { locale: Locale }) => string;

const texts = m as unknown as Record<string, Text | undefined>;

/** The sentence for an error code, in the reader's language; messages/error/*.json. */
export function errorText(code: string, facts: ErrorFacts, locale: Locale): string {
  const text = texts[`error_${code}`] ?? texts['error_internal'];
  if (!text) throw new Error('messages/error lacks error_internal');
  return text(facts, { locale });
}
