import { failureText } from '$lib/access/failure-text';
import { m } from '$lib/paraglide/messages.js';
import { isAppError } from '$lib/platform/errors';

/** What a browser finds wrong with a thread as the server served it. */
const texts: Record<string, () => string> = {
  vault_thread_damaged: m.error_vault_thread_damaged,
  vault_thread_stranger: m.error_vault_thread_stranger,
  vault_thread_forged: m.error_vault_thread_forged,
  vault_thread_replayed: m.error_vault_thread_replayed,
  vault_thread_missing: m.error_vault_thread_missing,
  vault_thread_reordered: m.error_vault_thread_reordered,
};

/** The sentence for what went wrong while a thread was opened, or written into. */
export function threadFailure(error: unknown): string {
  const text = isAppError(error) ? texts[error.appCode] : undefined;
  return text ? text() : failureText(error);
}
