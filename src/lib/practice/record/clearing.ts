/** So long a record that was put away can be fetched back; then it is cleared for good. */
export const RESTORE_DAYS = 30;

const DAY_MS = 86_400_000;

/** Records put away up to this moment are due. */
export const latestDueDiscard = (now: Date): Date =>
  new Date(now.getTime() - RESTORE_DAYS * DAY_MS);

/** From this moment on a record that was put away then is gone. */
export const clearedAt = (discardedAt: Date): Date =>
  new Date(discardedAt.getTime() + RESTORE_DAYS * DAY_MS);
