import { m } from '$lib/paraglide/messages.js';

type Control = Pick<HTMLInputElement, 'validity' | 'min' | 'max'>;

/** What the browser finds wrong with a control, in our words. */
export function validityText({ validity, min, max }: Control): string {
  if (validity.valueMissing) return m.error_field_required();
  if (validity.typeMismatch) return m.error_field_invalid_mail_address();
  if (validity.rangeUnderflow) return m.error_field_too_small({ limit: min });
  if (validity.rangeOverflow) return m.error_field_too_big({ limit: max });
  return m.error_field_invalid();
}
