import { m } from '$lib/paraglide/messages.js';
import { formatNumber, type Locale } from '$lib/ui/format';
import type { Finding } from './normal';

/** What is wrong with a field, and what to do. */
export function findingText(finding: Finding, locale: Locale): string {
  if (!('limit' in finding)) {
    const texts = {
      address: m.practice_form_address_wrong,
      not_whole: m.error_field_not_whole,
      not_number: m.error_field_not_number,
      month: m.practice_form_month_wrong,
      invalid: m.error_field_invalid,
    };
    return texts[finding.kind]({}, { locale });
  }
  const limit = { limit: formatNumber(finding.limit, locale) };
  const texts = {
    too_long: m.error_field_too_long,
    too_many: m.error_field_too_many,
    too_big: m.error_field_too_big,
    too_small: m.error_field_too_small,
  };
  return texts[finding.kind](limit, { locale });
}
