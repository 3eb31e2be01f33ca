import { fractionsOver, greatestCommonDivisor, rational, type Rational } from './rational';

/** A project (a topic with its minutes) as the rounds see it. */
export type Project = {
  id: string;
  /** above 0 */
  cost: bigint;
  /** places of its supporters among the voters */
  supporters: number[];
  /** what it is worth to each supporter, above 0; beside `supporters` */
  utilities: bigint[];
  /** whether it is worth the same to all; their sum; what all of them can be divided by */
  isUniform: boolean;
  utility: bigint;
  sharedUtility: bigint;
};

/** A project with what each trip wants to know of its utilities: there can be thousands of trips. */
export const projectOf = (
  facts: Pick<Project, 'id' | 'cost' | 'supporters' | 'utilities'>,
): Project => ({
  ...facts,
  isUniform: facts.utilities.every((utility) => utility === facts.utilities[0]),
  utility: facts.utilities.reduce((sum, utility) => sum + utility, 0n),
  sharedUtility: facts.utilities.reduce(greatestCommonDivisor, 0n),
});

/** One topic that the voters have paid for. */
export type Round = {
  project: Project;
  /** what a unit of utility costs in this round; the smallest of all projects */
  price: Rational;
  /** what each supporter pays, beside `project.supporters` */
  payments: Rational[];
  /** the projects with the same smallest price, the bought one first; only itself where there is no tie */
  tied: Project[];
};

/** What a unit of utility cost: `part / (whole · scale)`. */
export type Price = { part: bigint; whole: bigint; scale: bigint };

export type Shopping = {
  bought: Project[];
  /** the price of each round, beside `bought` */
  prices: Price[];
  cost: bigint;
  rounds: Round[];
  /** what each voter keeps: `purses[voter] / scale` */
  purses: bigint[];
  scale: bigint;
};

export type ShoppingTrip = {
  projects: readonly Project[];
  /** what each voter begins with: `endowments[voter] / denominator` */
  endowments: readonly bigint[];
  denominator: bigint;
  /** Order among projects with the same price. */
  compareTied: (one: Project, other: Project) => number;
  /** Ends as soon as more than this is spent: whoever only tries an endowment needs no more. */
  budget?: bigint;
  /** Writes down who paid what; without it the rounds stay empty. */
  isRecorded: boolean;
};

/**
 * A project with the price that it had when last looked at, `scale` being the denominator of that time;
 * it never gets cheaper.
 */
export type Offer = Price & { project: Project };

/**
 * The Method of Equal Shares for one endowment (Peters, Pierczyński and Skowron, *Proportional
 * Participatory Budgeting with Additive Utilities*, 2021, section 3): again and again the project is
 * bought whose supporters can pay it at the smallest price per utility, each of them paying at most
 * what is left to her or him, until no project can be paid by its supporters.
 *
 * All purses are whole numbers over one common denominator, which grows with each round. Prices only
 * rise, since purses only get emptier: so a project is looked at again only where its last price was
 * not above the best one of this round.
 */
export function shop(trip: ShoppingTrip): Shopping {
  const { compareTied, budget, isRecorded } = trip;
  const purses = [...trip.endowments];
  let scale = trip.denominator;
  let waiting = trip.projects.map(firstOffer).sort(comparePrices);
  const rounds: Round[] = [];
  const bought: Project[] = [];
  const prices: Price[] = [];
  let cost = 0n;

  for (;;) {
    const looked: Offer[] = [];
    let best: Offer | null = null;
    let next = 0;
    for (; next < waiting.length; next += 1) {
      const offer = waiting[next]!;
      if (best && comparePrices(offer, best) > 0) break;
      if (!quote(offer, purses, scale)) continue;
      looked.push(offer);
      if (!best || comparePrices(offer, best) < 0) best = offer;
    }
    if (!best) break;
    const cheapest = best;
    const tied = looked
      .filter((offer) => comparePrices(offer, cheapest) === 0)
      .sort((one, other) => compareTied(one.project, other.project));
    const taken = tied[0]!;
    waiting = merged(
      waiting.slice(next),
      looked.filter((offer) => offer !== taken),
    );
    const paid = pay(taken, purses, scale);
    scale = paid.scale;
    cost += taken.project.cost;
    bought.push(taken.project);
    const { part, whole, scale: then } = taken;
    prices.push({ part, whole, scale: then });
    if (isRecorded)
      rounds.push({
        project: taken.project,
        price: rational(part, whole * then),
        payments: inLowestTerms(paid.payments, paid.scale),
        tied: tied.map(({ project }) => project),
      });
    if (budget !== undefined && cost > budget) break;
  }
  return { bought, prices, cost, rounds, purses, scale };
}

/** Each number once: many are the same. */
export function inLowestTerms(numerators: readonly bigint[], denominator: bigint): Rational[] {
  const over = fractionsOver(denominator);
  const known = new Map<bigint, Rational>();
  return numerators.map((numerator) => {
    const found = known.get(numerator) ?? over(numerator);
    known.set(numerator, found);
    return found;
  });
}

export const firstOffer = (project: Project): Offer => ({
  project,
  part: project.cost,
  whole: project.utility,
  scale: 1n,
});

/** Below 0 where the first one was cheaper per utility when last looked at. */
export function comparePrices(one: Price, other: Price): number {
  const left = one.part * other.whole * other.scale;
  const right = other.part * one.whole * one.scale;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Puts the offers that were looked at back among those that wait, which stand in their order. */
export function merged(waiting: Offer[], looked: Offer[]): Offer[] {
  for (const offer of looked) {
    let [from, to] = [0, waiting.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (comparePrices(waiting[middle]!, offer) < 0) from = middle + 1;
      else to = middle;
    }
    waiting.splice(from, 0, offer);
  }
  return waiting;
}

/** Looks at a project anew; false where its supporters have too little: then it is out for good. */
export function quote(offer: Offer, purses: readonly bigint[], scale: bigint): boolean {
  return offer.project.isUniform
    ? quoteUniform(offer, purses, scale)
    : quoteAny(offer, purses, scale);
}

/**
 * The smallest price at which the supporters pay the cost together, each at most what is left. Whoever
 * has less than the price pays all; that raises the price for the others, and may empty further purses.
 */
function quoteUniform(offer: Offer, purses: readonly bigint[], scale: bigint): boolean {
  const { supporters, cost, utilities } = offer.project;
  let payers = supporters.map((voter) => purses[voter]!);
  let due = cost * scale;
  if (payers.reduce((sum, purse) => sum + purse, 0n) < due) return false;
  for (;;) {
    // Purses below due / payers, that is: up to the whole number before it.
    const threshold = (due - 1n) / BigInt(payers.length);
    const able: bigint[] = [];
    for (const purse of payers) {
      if (purse <= threshold) due -= purse;
      else able.push(purse);
    }
    if (able.length === payers.length) break;
    payers = able;
  }
  offer.part = due;
  offer.whole = BigInt(payers.length) * utilities[0]!;
  offer.scale = scale;
  return true;
}

function quoteAny(offer: Offer, purses: readonly bigint[], scale: bigint): boolean {
  const { supporters, cost, utilities } = offer.project;
  let payers = supporters.map((_, index) => index);
  const purseOf = (index: number) => purses[supporters[index]!]!;
  let due = cost * scale;
  if (payers.reduce((sum, index) => sum + purseOf(index), 0n) < due) return false;
  let whole = offer.project.utility;
  for (;;) {
    const poor = payers.filter((index) => purseOf(index) * whole < due * utilities[index]!);
    if (poor.length === 0) break;
    const isPoor = new Set(poor);
    payers = payers.filter((index) => !isPoor.has(index));
    for (const index of poor) {
      due -= purseOf(index);
      whole -= utilities[index]!;
    }
  }
  offer.part = due;
  offer.whole = whole;
  offer.scale = scale;
  return true;
}

/** Takes the payments out of the purses, which may need a larger common denominator. */
export function pay(
  offer: Offer,
  purses: bigint[],
  scale: bigint,
): { payments: bigint[]; scale: bigint } {
  const { supporters, utilities, sharedUtility: shared, isUniform } = offer.project;
  const whole = offer.whole / shared;
  const factor = whole / greatestCommonDivisor(whole, offer.part);
  if (factor > 1n) for (let voter = 0; voter < purses.length; voter += 1) purses[voter]! *= factor;
  const unit = (offer.part * factor) / whole;
  const payments = supporters.map((voter, index) => {
    const purse = purses[voter]!;
    const due = isUniform ? unit : unit * (utilities[index]! / shared);
    const payment = purse < due ? purse : due;
    purses[voter] = purse - payment;
    return payment;
  });
  return { payments, scale: scale * factor };
}
