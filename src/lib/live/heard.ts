/** For what does not load a page again: whoever fetches by itself what is new hears of it here. */

type Listener = () => void;
const listeners = new Map<string, Set<Listener>>();

/** Calls when something of this key ("agenda:…") has happened, or may have been missed; ends with the answer. */
export function whenHeard(key: string, listener: Listener): () => void {
  const those = listeners.get(key) ?? new Set();
  listeners.set(key, those.add(listener));
  return () => {
    those.delete(listener);
    if (those.size === 0) listeners.delete(key);
  };
}

/** `null`: anything may have happened. */
export function tellHeard(keys: readonly string[] | null): void {
  for (const key of keys ?? [...listeners.keys()])
    for (const listener of listeners.get(key) ?? []) listener();
}
