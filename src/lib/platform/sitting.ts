/** What one person writes without a longer pause is kept as one version, up to a whole sitting. */
const PAUSE_MS = 10 * 60_000;
const LONGEST_SITTING_MS = 45 * 60_000;

interface Written {
  version: number;
  changedById: string | null;
  /** When the writer began with it, and when she or he last added to it. */
  startedAt: Date;
  changedAt: Date;
}

/** Whether a change goes on with the last version, in whose place it then stands. The first one always stays. */
export function goesOn(last: Written, accountId: string, now: Date): boolean {
  const since = (moment: Date) => now.getTime() - moment.getTime();
  return (
    last.version > 1 &&
    last.changedById === accountId &&
    since(last.changedAt) < PAUSE_MS &&
    since(last.startedAt) < LONGEST_SITTING_MS
  );
}
