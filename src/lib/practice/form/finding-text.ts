import { m } from '$lib/paraglide/messages.js';
import { formatNumber, type Locale } from '$lib/ui/format';
import type { Finding } from './normal';

/** What is wrong with a field, and what to do. */
export function findingText(finding: Finding, locale: Locale): string {
  if (finding.kind === 'address') return m.practice_form_address_wrong({}, { locale });
  if (finding.kind === 'not_whole') return m.error_field_not_whole({}, { locale });
  if (finding.kind === 'invalid') return m.error_field_invalid({}, { locale });
  const limit = { limit: formatNumber(finding.limit, locale) };
  const texts = {
    too_long: m.error_field_too_long,
    too_many: m.error_field_too_many,
    too_big: m.error_field_too_big,
    too_small: m.error_field_too_small,
  };
  return texts[finding.kind](limit, { locale });
}
