/** Where chance comes from: so many bytes, each equally likely. Tests inject a fixed one. */
export type RandomBytes = (length: number) => Uint8Array<ArrayBuffer>;

export const secureRandomBytes: RandomBytes = (length) =>
  crypto.getRandomValues(new Uint8Array(length));

/** A whole number from 0 to below `below`, each equally likely: a remainder alone would favour small ones. */
export function randomIndex(below: number, randomBytes: RandomBytes): number {
  if (!Number.isInteger(below) || below < 1 || below > 2 ** 32) throw new RangeError('below');
  const fairLimit = 2 ** 32 - (2 ** 32 % below);
  for (;;) {
    const drawn = new DataView(randomBytes(4).buffer).getUint32(0);
    if (drawn < fairLimit) return drawn % below;
  }
}

/** A shuffled copy, every order equally likely (Fisher and Yates, in Durstenfeld's form). */
export function shuffled<Item>(items: readonly Item[], randomBytes: RandomBytes): Item[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const drawn = randomIndex(last + 1, randomBytes);
    [order[last], order[drawn]] = [order[drawn]!, order[last]!];
  }
  return order;
}
