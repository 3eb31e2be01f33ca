import { m } from '$lib/paraglide/messages.js';

/** What the page that tells of an error is called. */
export function errorTitle(status: number): string {
  if (status === 404) return m.cohort_error_not_found();
  return status === 403 ? m.cohort_error_refused() : m.cohort_error_other();
}
