import { m } from '$lib/paraglide/messages.js';
import { isAppError } from '$lib/platform/errors';

/** What goes wrong in the browser itself: while a password is stretched, a device asked, or something sealed opened. */
const browserTexts: Record<string, () => string> = {
  vault_wrong_key: m.error_vault_wrong_key,
  vault_unknown_version: m.error_vault_unknown_version,
  vault_damaged: m.error_vault_damaged,
  vault_directory_damaged: m.error_vault_directory_damaged,
  vault_directory_shortened: m.error_vault_directory_shortened,
  vault_directory_rewritten: m.error_vault_directory_rewritten,
  vault_thread_damaged: m.error_vault_thread_damaged,
  vault_thread_stranger: m.error_vault_thread_stranger,
  vault_thread_forged: m.error_vault_thread_forged,
  vault_thread_replayed: m.error_vault_thread_replayed,
  vault_thread_missing: m.error_vault_thread_missing,
  vault_thread_reordered: m.error_vault_thread_reordered,
  vault_attachment_swapped: m.error_vault_attachment_swapped,
  attachment_gone: m.error_attachment_gone,
  attachment_not_fetched: m.error_attachment_not_fetched,
  attachment_picture_unreadable: m.error_attachment_picture_unreadable,
  keys_changed: m.error_keys_changed,
  recovery_code_invalid: m.key_code_invalid,
  loss_not_confirmed: m.key_reset_not_understood,
  weak_or_unknown_stretching: m.error_weak_or_unknown_stretching,
  password_empty: m.error_password_empty,
  password_refused: m.account_password_refused,
  insecure_page: m.error_insecure_page,
  passkey_cancelled: m.passkey_cancelled,
  passkey_cancelled_adding: m.passkey_cancelled_adding,
  passkey_known_already: m.passkey_known_already,
  passkey_not_able: m.passkey_not_able,
  passkey_opens_nothing: m.passkey_opens_nothing,
};

/** The sentence for a failed call: the server's own, or what the browser could not do. */
export function failureText(error: unknown): string {
  if (isAppError(error)) return (browserTexts[error.appCode] ?? m.account_failure_unknown)();
  const { name, message, data } = error as { name?: string; message?: string; data?: object };
  if (name !== 'TRPCClientError') return m.account_failure_unknown();
  return data && message ? message : m.account_failure_offline();
}
