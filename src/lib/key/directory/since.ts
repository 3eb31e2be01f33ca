import type { DirectoryEntry, DirectoryHead } from '$lib/vault/directory';

/** Something that happened to somebody's keys. */
export interface KeyChange {
  sequence: number;
  accountId: string;
  kind: 'added' | 'replaced' | 'removed';
  /** Milliseconds since 1970. */
  at: number;
}

/**
 * What changed after a state was compared, newest first. Somebody who left and came back with new keys
 * counts as replaced.
 *
 * @param entries of a verified directory
 */
export function changesSince(
  entries: readonly DirectoryEntry[],
  { sequence: heard }: DirectoryHead,
): KeyChange[] {
  const latest = new Map<string, string>();
  const changes = entries.map(({ sequence, accountId, kind, keysId, at }) => {
    const before = latest.get(accountId);
    if (keysId !== null) latest.set(accountId, keysId);
    const isOther = kind === 'added' && before !== undefined && before !== keysId;
    return { sequence, accountId, kind: isOther ? ('replaced' as const) : kind, at };
  });
  return changes.slice(heard).reverse();
}
