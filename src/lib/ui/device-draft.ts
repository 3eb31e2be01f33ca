/**
 * Long texts that are not confirmed by the server yet, kept on this device. Where the browser keeps
 * nothing (private windows, locked-down offices) everything works, only without this safety net.
 */

const PREFIX = 'werkraum-draft:';

export interface DeviceDraft {
  /** The editor's document, or the plain text of a field without it. */
  document?: object;
  text?: string;
  /** The version of the text that it started from; a newer one on the server makes it outdated. */
  basis: string;
}

export function readDraft(key: string): DeviceDraft | null {
  try {
    const stored = localStorage.getItem(PREFIX + key);
    return stored === null ? null : (JSON.parse(stored) as DeviceDraft);
  } catch {
    return null;
  }
}

export function keepDraft(key: string, draft: DeviceDraft): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(draft));
  } catch {
    // Full or forbidden: what is typed stays in the page.
  }
}

/** Forgets every draft whose key begins so; all of them where nothing is said. */
export function clearDrafts(keyPrefix = ''): void {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index));
    for (const key of keys) if (key?.startsWith(PREFIX + keyPrefix)) localStorage.removeItem(key);
  } catch {
    // Nothing is kept, so nothing is left.
  }
}
