/** From best to worst, equals together. */
type Ranks = string[][];

const groupOf = (ranks: Ranks, id: string) => ranks.findIndex((equals) => equals.includes(id));
const without = (ranks: Ranks, id: string): Ranks =>
  ranks.map((equals) => equals.filter((other) => other !== id));
const tidy = (ranks: Ranks): Ranks => ranks.filter((equals) => equals.length > 0);

/** Puts an option at the end of the order. */
export const append = (ranks: Ranks, id: string): Ranks => [...tidy(without(ranks, id)), [id]];

/** Takes an option out of the order. */
export const remove = (ranks: Ranks, id: string): Ranks => tidy(without(ranks, id));

/** One step up: out of its equals, or before the place above. */
export function raise(ranks: Ranks, id: string): Ranks {
  const at = groupOf(ranks, id);
  const isAmongEquals = ranks[at]!.length > 1;
  return placeBefore(ranks, id, isAmongEquals ? at : at - 1);
}

/** One step down: out of its equals, or behind the place below. */
export function lower(ranks: Ranks, id: string): Ranks {
  const at = groupOf(ranks, id);
  const isAmongEquals = ranks[at]!.length > 1;
  return placeBefore(ranks, id, isAmongEquals ? at + 1 : at + 2);
}

/** Puts an option on a place of its own before the group that stands at an index now. */
export function placeBefore(ranks: Ranks, id: string, index: number): Ranks {
  const rest = without(ranks, id);
  const at = Math.max(0, Math.min(index, rest.length));
  return tidy([...rest.slice(0, at), [id], ...rest.slice(at)]);
}

/** Makes an option the equal of those above it. */
export function joinAbove(ranks: Ranks, id: string): Ranks {
  const at = groupOf(ranks, id);
  if (at < 1) return ranks;
  const rest = without(ranks, id);
  return tidy(rest.map((equals, index) => (index === at - 1 ? [...equals, id] : equals)));
}
