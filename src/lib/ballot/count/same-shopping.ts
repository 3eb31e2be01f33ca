import {
  comparePrices,
  firstOffer,
  merged,
  pay,
  quote,
  type Price,
  type Shopping,
  type ShoppingTrip,
} from './shares';

/** What one endowment bought, and the price of each round. */
export type Trace = Pick<Shopping, 'bought' | 'prices'>;

/**
 * Whether each endowment from that of `trace` up to that of `trip` buys the same, in the same order.
 *
 * Why one look at the upper end is enough. As long as the same is bought, whoever begins with more has in
 * each round at least as much: fuller purses make a lower price, and who pays less keeps more. So in each
 * round every price lies between what it is at the upper end, the lowest, and what it is at the lower
 * end, the highest. Where each other project costs at the upper end at least what the bought one costs
 * at the lower end (and comes behind it where both are the same), the bought one is the cheapest at
 * every endowment between; and what nobody can pay at the upper end, nobody can pay below it.
 *
 * @param trace of an endowment at which everything affordable was bought
 * @returns the trace at the upper end; null where this look cannot tell
 */
export function sameShopping(
  trace: Trace,
  { projects, endowments, denominator, compareTied }: Omit<ShoppingTrip, 'isRecorded' | 'budget'>,
): Trace | null {
  const purses = [...endowments];
  let scale = denominator;
  let waiting = projects.map(firstOffer).sort(comparePrices);
  const prices: Price[] = [];

  for (const [round, project] of trace.bought.entries()) {
    const highest = trace.prices[round]!;
    const taken = waiting.find((offer) => offer.project === project)!;
    const looked = [];
    let next = 0;
    for (; next < waiting.length; next += 1) {
      const offer = waiting[next]!;
      if (comparePrices(offer, highest) > 0) break;
      if (offer === taken) continue;
      const isBehind = () => {
        const difference = comparePrices(offer, highest);
        return difference > 0 || (difference === 0 && compareTied(project, offer.project) < 0);
      };
      if (!isBehind()) {
        if (!quote(offer, purses, scale)) continue;
        if (!isBehind()) return null;
      }
      looked.push(offer);
    }
    quote(taken, purses, scale);
    const { part, whole, scale: then } = taken;
    prices.push({ part, whole, scale: then });
    waiting = merged(
      waiting.slice(next).filter((offer) => offer !== taken),
      looked,
    );
    scale = pay(taken, purses, scale).scale;
  }
  const isOver = waiting.every((offer) => !quote(offer, purses, scale));
  return isOver ? { bought: trace.bought, prices } : null;
}
