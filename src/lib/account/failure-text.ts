import { m } from '$lib/paraglide/messages.js';
import { isAppError } from '$lib/platform/errors';

/** What goes wrong in the browser itself, while a password is stretched. */
const browserTexts: Record<string, () => string> = {
  weak_or_unknown_stretching: m.error_weak_or_unknown_stretching,
  password_empty: m.error_password_empty,
  password_refused: m.account_password_refused,
  insecure_page: m.error_insecure_page,
};

/** The sentence for a failed call: the server's own, or what the browser could not do. */
export function failureText(error: unknown): string {
  if (isAppError(error)) return (browserTexts[error.appCode] ?? m.account_failure_unknown)();
  const { name, message, data } = error as { name?: string; message?: string; data?: object };
  if (name !== 'TRPCClientError') return m.account_failure_unknown();
  return data && message ? message : m.account_failure_offline();
}
