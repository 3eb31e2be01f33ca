/** How the recovery code stands; moments as dates, or as texts on their way to a browser. */
export interface RecoveryFacts {
  confirmedAt: Date | string | null;
  putOffUntil: Date | string | null;
}

/**
 * Whether the recovery page should be asked for: there is something to lose, no page was made and
 * tested, and it was not put off.
 *
 * @param facts null for an account without keys
 */
export function isRecoveryDue(facts: RecoveryFacts | null, now: Date): boolean {
  if (!facts || facts.confirmedAt) return false;
  return facts.putOffUntil === null || new Date(facts.putOffUntil) <= now;
}
