/** So long a deleted comment can be brought back; then its words are cleared for good. */
export const RESTORE_DAYS = 30;

const DAY_MS = 86_400_000;

/** From this moment on the words of a comment that was deleted then are cleared. */
export const clearedAt = (deletedAt: Date | string): Date =>
  new Date(new Date(deletedAt).getTime() + RESTORE_DAYS * DAY_MS);

/** Comments that were deleted up to this moment are due. */
export const latestDueDeletion = (now: Date): Date =>
  new Date(now.getTime() - RESTORE_DAYS * DAY_MS);
