import { m } from '$lib/paraglide/messages.js';

/** What the page that tells of an error is called. */
export const errorTitle = (status: number): string =>
  status === 404 ? m.cohort_error_not_found() : m.cohort_error_other();
