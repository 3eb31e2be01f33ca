import { m } from '$lib/paraglide/messages.js';

type Control = Pick<HTMLInputElement, 'validity' | 'type' | 'step' | 'min' | 'max'>;

/** What the browser finds wrong with a control, in our words. */
export function validityText({ validity, type, step, min, max }: Control): string {
  const isWhole = type === 'number' && Number.isInteger(Number(step || 1));
  if (validity.valueMissing) return m.error_field_required();
  if (validity.typeMismatch) return m.error_field_invalid_mail_address();
  if (validity.rangeUnderflow) return m.error_field_too_small({ limit: min });
  if (validity.rangeOverflow) return m.error_field_too_big({ limit: max });
  if (isWhole && (validity.badInput || validity.stepMismatch)) return m.error_field_not_whole();
  return m.error_field_invalid();
}
