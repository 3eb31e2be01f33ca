/**
 * Long texts that are not confirmed by the server yet, kept on this device. Where the browser keeps
 * nothing (private windows, locked-down offices) everything works, only without this safety net.
 */

const PREFIX = 'werkraum-draft:';
/** Written at a pause in typing, and when the page goes away. */
const PAUSE_MS = 400;

export interface DeviceDraft {
  /** The editor's document, or the plain text of a field without it. */
  document?: object;
  text?: string;
  /** The text on the server that it started from; another one there makes it outdated. */
  basis: string;
}

const waiting = new Map<
  string,
  { draft: DeviceDraft; timer: ReturnType<typeof setTimeout> | undefined }
>();
let isFlushing = false;

export function readDraft(key: string): DeviceDraft | null {
  const unwritten = waiting.get(key);
  if (unwritten) return unwritten.draft;
  try {
    const stored = localStorage.getItem(PREFIX + key);
    return stored === null ? null : (JSON.parse(stored) as DeviceDraft);
  } catch {
    return null;
  }
}

export function keepDraft(key: string, draft: DeviceDraft): void {
  clearTimeout(waiting.get(key)?.timer);
  waiting.set(key, { draft, timer: setTimeout(() => write(key), PAUSE_MS) });
  if (isFlushing) return;
  isFlushing = true;
  window.addEventListener('pagehide', () => [...waiting.keys()].forEach(write));
}

function write(key: string): void {
  const entry = waiting.get(key);
  waiting.delete(key);
  clearTimeout(entry?.timer);
  try {
    if (entry) localStorage.setItem(PREFIX + key, JSON.stringify(entry.draft));
  } catch {
    // Full or forbidden: what is typed stays in the page.
  }
}

/** Forgets every draft whose key begins so, those not written yet too; all where nothing is said. */
export function clearDrafts(keyPrefix = ''): void {
  for (const [key, { timer }] of waiting) {
    if (!key.startsWith(keyPrefix)) continue;
    clearTimeout(timer);
    waiting.delete(key);
  }
  try {
    const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index));
    for (const key of keys) if (key?.startsWith(PREFIX + keyPrefix)) localStorage.removeItem(key);
  } catch {
    // Nothing is kept, so nothing is left.
  }
}
