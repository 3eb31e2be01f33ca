/** An option as the rules see it; `minutes` is its cost. */
export type OptionFacts = { id: string; minutes: number | null };

/** How a tie between two neighbours was broken. */
export type TieBreaker = 'minutes' | 'lot';

/** Options that got the same, in the order that the tie-breaking gave them. */
export type Tie = {
  optionIds: string[];
  /** for each option but the last: what put it before the next one */
  brokenBy: TieBreaker[];
  /** true where the tie-breaking decided who is chosen and who is not */
  isDecisive: boolean;
};

/**
 * Order among equals (voting.md, "Ties"): fewer minutes first, since they leave more for the others;
 * an option without minutes after those with; then the lot that was drawn when the ballot opened.
 */
export function tieOrder(lotOrder: readonly string[]) {
  const lot = new Map(lotOrder.map((id, position) => [id, position]));
  const lotOf = (id: string) => {
    const position = lot.get(id);
    if (position === undefined) throw new RangeError(`No lot was drawn for ${id}`);
    return position;
  };
  const minutesOf = ({ minutes }: OptionFacts) => minutes ?? Number.MAX_SAFE_INTEGER;

  return {
    compare: (a: OptionFacts, b: OptionFacts) =>
      minutesOf(a) - minutesOf(b) || lotOf(a.id) - lotOf(b.id),
    breaker: (a: OptionFacts, b: OptionFacts): TieBreaker =>
      minutesOf(a) === minutesOf(b) ? 'lot' : 'minutes',
  };
}
