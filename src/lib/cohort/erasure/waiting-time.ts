/** So long it can be taken back that a cohort is to be erased. */
export const ERASURE_WAITING_DAYS = 14;

/** From this moment on it may be carried out. */
export const erasureDueAt = (askedAt: Date): Date =>
  new Date(askedAt.getTime() + ERASURE_WAITING_DAYS * 86_400_000);
