import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Choice } from '../choice';
import { settingsFor } from '../file/method-for';
import { countEqualShares, type EqualSharesSettings } from './equal-shares';
import { rational, rationalText } from './rational';
import { sameShopping } from './same-shopping';
import { comparePrices, projectOf, shop, type Project, type ShoppingTrip } from './shares';

// Fine steps: most of them buy the same as the one before.
const someElection = fc
  .record({
    costs: fc.array(
      fc.oneof(fc.integer({ min: 20, max: 400 }), fc.constantFrom(30, 60, 60, 120, 180)),
      { minLength: 2, maxLength: 6 },
    ),
    voters: fc.integer({ min: 1, max: 6 }),
    seed: fc.array(fc.nat(3), { minLength: 36, maxLength: 36 }),
    isByPoints: fc.boolean(),
  })
  .map(({ costs, voters, seed, isByPoints }) => ({
    costs,
    votes: Array.from({ length: voters }, (_, voter) =>
      costs.map((_cost, index) => {
        const points = seed[voter * 6 + index]!;
        return isByPoints ? points : Math.min(1, points);
      }),
    ),
    isByPoints,
  }));
type Election = typeof someElection extends fc.Arbitrary<infer One> ? One : never;

const tripOf = ({ costs, votes }: Election, endowment: number): ShoppingTrip => {
  const projects = costs.flatMap((cost, index): Project[] => {
    const supporters = votes.flatMap((vote, voter) => (vote[index]! > 0 ? voter : []));
    const utilities = supporters.map((voter) => BigInt(votes[voter]![index]!));
    if (supporters.length === 0) return [];
    return [projectOf({ id: String(index), cost: BigInt(cost), supporters, utilities })];
  });
  return {
    projects,
    endowments: votes.map(() => BigInt(endowment)),
    denominator: 1n,
    // As voting.md says: fewer minutes first, then the more approved, then the lot.
    compareTied: (one, other) =>
      Number(one.cost - other.cost || other.utility - one.utility) ||
      Number(one.id) - Number(other.id),
    isRecorded: false,
  };
};
const named = ({ bought }: { bought: Project[] }) => bought.map(({ id }) => id);

describe('many steps at once', () => {
  it('are only said to buy the same where each of them does', () => {
    let [told, untold] = [0, 0];
    fc.assert(
      fc.property(
        someElection,
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 40 }),
        (election, from, steps) => {
          const lower = tripOf(election, from);
          const trace = shop(lower);
          const { endowments } = tripOf(election, from + steps);
          const same = sameShopping(trace, { ...lower, endowments });
          if (!same) return void (untold += 1);
          told += 1;
          for (let step = 1; step <= steps; step += 1)
            expect(named(shop(tripOf(election, from + step)))).toEqual(named(trace));
          const there = shop(tripOf(election, from + steps));
          same.prices.forEach((price, round) =>
            expect(comparePrices(price, there.prices[round]!)).toBe(0),
          );
        },
      ),
      { numRuns: 2_000 },
    );
    // It has to say so often, or nothing was looked at; and not always.
    expect(told).toBeGreaterThan(500);
    expect(untold).toBeGreaterThan(100);
  });

  it('end where another project becomes as cheap, and goes first', () => {
    const a = (id: string, cost: bigint, supporters: number[]) =>
      projectOf({ id, cost, supporters, utilities: supporters.map(() => 1n) });
    const trip = (endowment: bigint): ShoppingTrip => ({
      projects,
      endowments: Array.from({ length: 6 }, () => endowment),
      denominator: 1n,
      compareTied: (one, other) => Number(other.cost - one.cost),
      isRecorded: false,
    });
    // The first two voters pay 10 for A; with 25 each, C costs 15 like B, and the longer one goes first.
    const projects = [a('A', 20n, [0, 1]), a('B', 30n, [2, 3]), a('C', 60n, [0, 1, 4, 5])];
    const trace = shop(trip(20n));
    expect(named(trace)).toEqual(['A', 'B', 'C']);
    expect(sameShopping(trace, trip(24n))).not.toBeNull();
    expect(named(shop(trip(25n)))).toEqual(['A', 'C', 'B']);
    expect(sameShopping(trace, trip(25n))).toBeNull();
  });

  it('come to the same endowment and outcome as one step after the other', () => {
    fc.assert(
      fc.property(
        someElection,
        fc.integer({ min: 100, max: 1_200 }),
        fc.boolean(),
        (election, budget, isIntegral) => {
          const result = count(election, budget, isIntegral);
          expect(result).toMatchObject(oneByOne(election, budget, isIntegral));
        },
      ),
      { numRuns: 300 },
    );
  });
});

const settingsOf = ({ isByPoints }: Election, budget: number, isIntegral: boolean) =>
  settingsFor({ kind: isByPoints ? 'points' : 'approval', budget }, 'equal-shares', {
    completion: 'add1',
    utility: isByPoints ? 'points' : 'count',
    isIntegral,
  }) as EqualSharesSettings;

function count(election: Election, budget: number, isIntegral: boolean) {
  const ids = election.costs.map((_, index) => String(index));
  const casts = election.votes.map((vote): Choice => ({
    kind: 'points',
    points: Object.fromEntries(ids.map((id, index) => [id, vote[index]!])),
  }));
  return countEqualShares({
    options: ids.map((id, index) => ({ id, minutes: election.costs[index]! })),
    settings: settingsOf(election, budget, isIntegral),
    casts,
    eligible: casts.length,
    quorumPercent: null,
    lotOrder: ids,
  });
}

/** Add1 as voting.md says it, without any shortcut. */
function oneByOne(election: Election, budget: number, isIntegral: boolean) {
  const voters = election.votes.length;
  const share = rational(BigInt(budget), BigInt(voters));
  let endowment = isIntegral ? rational(share.numerator / share.denominator) : share;
  const bought = () =>
    shop({
      ...tripOf(election, 0),
      endowments: election.votes.map(() => endowment.numerator),
      denominator: endowment.denominator,
    });
  let fitting = bought();
  for (;;) {
    const left = BigInt(budget) - fitting.cost;
    const isExhaustive = tripOf(election, 0).projects.every(
      ({ id, cost }) => named(fitting).includes(id) || cost > left,
    );
    const chosen = named(fitting);
    const told = { endowment: rationalText(endowment), chosen };
    if (isExhaustive) return { ...told, stoppedBy: 'exhaustive' };
    const before = endowment;
    endowment = rational(before.numerator + before.denominator, before.denominator);
    const next = bought();
    if (next.cost > budget)
      return { ...told, stoppedBy: 'over_budget', nextMinutes: Number(next.cost) };
    fitting = next;
  }
}
