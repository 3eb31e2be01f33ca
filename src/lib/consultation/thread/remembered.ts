import type { ThreadMemory } from '$lib/vault/contribution';

/*
 * What this device has seen of a thread: hashes only. A server that leaves out something that was there
 * before is noticed with it. Where the browser keeps nothing, the chains still show most of it.
 */

const nameOf = (accountId: string, consultationId: string) =>
  `werkraum-thread:${accountId}:${consultationId}`;

export function readRemembered(accountId: string, consultationId: string): ThreadMemory | null {
  try {
    const stored = localStorage.getItem(nameOf(accountId, consultationId));
    return stored === null ? null : (JSON.parse(stored) as ThreadMemory);
  } catch {
    return null;
  }
}

export function remember(accountId: string, consultationId: string, memory: ThreadMemory): void {
  try {
    localStorage.setItem(nameOf(accountId, consultationId), JSON.stringify(memory));
  } catch {
    // Full or forbidden: the next visit begins without a memory.
  }
}
