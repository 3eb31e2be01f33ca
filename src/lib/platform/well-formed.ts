/**
 * Whether every text in a value is Unicode that can be stored: half of a surrogate pair (an emoji that
 * was cut in two) is none, and databases refuse it in ways of their own.
 */
export function isWellFormed(value: unknown): boolean {
  // A list instead of a call in itself: what comes from outside may be nested without end.
  const waiting = [value];
  while (waiting.length > 0) {
    const one = waiting.pop();
    if (typeof one === 'string' && !one.isWellFormed()) return false;
    if (typeof one === 'object' && one !== null)
      for (const [key, inner] of Object.entries(one)) waiting.push(key, inner);
  }
  return true;
}
