/** So long a person can take back that the account is to be deleted. */
export const WAITING_DAYS = 14;

const DAY_MS = 86_400_000;

/** From this moment on the deletion may be carried out. */
export const deletionDueAt = (askedAt: Date): Date =>
  new Date(askedAt.getTime() + WAITING_DAYS * DAY_MS);

/** Requests up to this moment are due. */
export const latestDueRequest = (now: Date): Date =>
  new Date(now.getTime() - WAITING_DAYS * DAY_MS);
