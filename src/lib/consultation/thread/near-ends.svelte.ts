/** So many entries at the beginning and at the end of a thread are there at once; the middle follows. */
const AT_ONCE = 20;
const STEP = 60;

const whenIdle = (work: () => void): (() => void) => {
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(work, 1);
    return () => clearTimeout(timer);
  }
  const request = requestIdleCallback(work, { timeout: 200 });
  return () => cancelIdleCallback(request);
};

/**
 * How much of a long thread stands in the page: first what one sees and where one writes, then, while the
 * browser has nothing else to do, the rest. All of it was checked before.
 */
export class NearEnds {
  #head = $state(AT_ONCE);

  constructor(private readonly length: () => number) {}

  /** Of a part that begins at `offset`: how many entries stand at its beginning, and at its end. */
  of(offset: number, length: number): { first: number; last: number } {
    const last = Math.min(length, Math.max(0, offset + length - (this.length() - AT_ONCE)));
    return { first: Math.min(length - last, Math.max(0, this.#head - offset)), last };
  }

  /** For an effect. */
  grow(): (() => void) | undefined {
    if (this.#head + AT_ONCE >= this.length()) return undefined;
    return whenIdle(() => (this.#head += STEP));
  }

  /** All of it at once: before printing, and where an address leads into the middle. */
  complete(): void {
    this.#head = Infinity;
  }
}
