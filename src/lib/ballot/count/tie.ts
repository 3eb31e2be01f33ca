/** An option as the rules see it; `minutes` is its cost. */
export type OptionFacts = { id: string; minutes: number | null };

/** How a tie between two neighbours was broken. */
export type TieBreaker = 'minutes' | 'approvals' | 'lot';

/** Options that got the same, in the order that the tie-breaking gave them. */
export type Tie = {
  optionIds: string[];
  /** for each option but the last: what put it before the next one */
  brokenBy: TieBreaker[];
  /** true where the tie-breaking decided who is chosen and who is not */
  isDecisive: boolean;
};

/** What is looked at before the lot, in this order. */
export type TieRules = {
  breakers: readonly Exclude<TieBreaker, 'lot'>[];
  /** Support of an option, as large as it may be; only asked where approvals break ties. */
  approvalsOf: (optionId: string) => number;
};

const MINUTES_ALONE: TieRules = { breakers: ['minutes'], approvalsOf: () => 0 };

/**
 * Order among equals (voting.md, "Ties"): fewer minutes first, since they leave more for the others;
 * an option without minutes after those with; where approvals count too, the more approved one; then
 * the lot that was drawn when the ballot opened.
 */
export function tieOrder(
  lotOrder: readonly string[],
  { breakers, approvalsOf }: TieRules = MINUTES_ALONE,
) {
  const lot = new Map(lotOrder.map((id, position) => [id, position]));
  const lotOf = (id: string) => {
    const position = lot.get(id);
    if (position === undefined) throw new RangeError(`No lot was drawn for ${id}`);
    return position;
  };
  const minutesOf = ({ minutes }: OptionFacts) => minutes ?? Number.MAX_SAFE_INTEGER;
  const differenceBy = {
    minutes: (a: OptionFacts, b: OptionFacts) => minutesOf(a) - minutesOf(b),
    approvals: (a: OptionFacts, b: OptionFacts) => approvalsOf(b.id) - approvalsOf(a.id),
    lot: (a: OptionFacts, b: OptionFacts) => lotOf(a.id) - lotOf(b.id),
  } satisfies Record<TieBreaker, (a: OptionFacts, b: OptionFacts) => number>;
  const breaker = (a: OptionFacts, b: OptionFacts): TieBreaker =>
    breakers.find((candidate) => differenceBy[candidate](a, b) !== 0) ?? 'lot';

  return {
    compare: (a: OptionFacts, b: OptionFacts) => differenceBy[breaker(a, b)](a, b),
    breaker,
  };
}

export type TieOrder = ReturnType<typeof tieOrder>;

/** A tie among options that stand in the order that the rules gave them. */
export const tieAmong = (
  options: readonly OptionFacts[],
  order: TieOrder,
  isDecisive: boolean,
): Tie => ({
  optionIds: options.map(({ id }) => id),
  brokenBy: options.slice(1).map((next, index) => order.breaker(options[index]!, next)),
  isDecisive,
});
