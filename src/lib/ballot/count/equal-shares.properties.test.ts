import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CastChoice, Choice } from '../choice';
import { settingsFor } from '../file/method-for';
import { weighted } from '../choice-rules';
import { countEqualShares, type EqualSharesResult, type EqualSharesSettings } from './equal-shares';
import { compareRationals, rational, readRational, type Rational } from './rational';

const IDS = ['A', 'B', 'C', 'D', 'E'];

type Instance = { costs: number[]; casts: CastChoice[]; budgetMinutes: number };

const someApproval = fc.subarray(IDS).map((approved): Choice => ({ kind: 'approval', approved }));
const somePoints = fc
  .array(fc.nat(3), { minLength: IDS.length, maxLength: IDS.length })
  .map((numbers): Choice => ({
    kind: 'points',
    points: Object.fromEntries(IDS.map((id, index) => [id, numbers[index]!])),
  }));
const someCosts = fc.array(fc.constantFrom(15, 20, 30, 30, 45, 60, 90), {
  minLength: IDS.length,
  maxLength: IDS.length,
});
const instance = (one: fc.Arbitrary<Choice>): fc.Arbitrary<Instance> =>
  fc.record({
    costs: someCosts,
    casts: fc.array(
      fc.oneof(
        { weight: 5, arbitrary: one },
        {
          weight: 1,
          arbitrary: fc.tuple(one, one).map((halves): CastChoice => ({ kind: 'split', halves })),
        },
      ),
      { minLength: 1, maxLength: 6 },
    ),
    budgetMinutes: fc.integer({ min: 15, max: 240 }),
  });

const count = (
  { costs, casts, budgetMinutes }: Instance,
  wishes: Parameters<typeof settingsFor>[2] = {},
) =>
  countEqualShares({
    options: IDS.map((id, index) => ({ id, minutes: costs[index]! })),
    settings: settingsFor(
      { kind: 'approval', budget: budgetMinutes },
      'equal-shares',
      wishes,
    ) as EqualSharesSettings,
    casts,
    eligible: casts.length,
    quorumPercent: null,
    lotOrder: IDS,
  });

const sum = (numbers: Rational[]): Rational =>
  numbers.reduce(
    (total, { numerator, denominator }) =>
      rational(
        total.numerator * denominator + numerator * total.denominator,
        total.denominator * denominator,
      ),
    rational(0n),
  );
const paidBy = ({ rounds }: EqualSharesResult, voter: number) =>
  sum(
    rounds.flatMap(({ payments }) =>
      payments.flatMap(({ minutes, voters }) =>
        voters.includes(voter) ? readRational(minutes) : [],
      ),
    ),
  );

const utilities = fc.constantFrom('cost' as const, 'count' as const);
const completions = fc.constantFrom(
  'none' as const,
  'add1' as const,
  'add1u' as const,
  'utilitarian' as const,
);
const anyInstance = fc.oneof(
  fc.tuple(instance(someApproval), utilities, completions, fc.boolean()),
  fc.tuple(instance(somePoints), fc.constant('points' as const), completions, fc.boolean()),
);

describe('whatever is voted, the Method of Equal Shares', () => {
  it('never spends more than the minutes there are', () => {
    fc.assert(
      fc.property(anyInstance, ([election, utility, completion, isIntegral]) => {
        const result = count(election, { utility, completion, isIntegral });
        expect(result.chosenMinutes).toBeLessThanOrEqual(election.budgetMinutes);
        expect(new Set(result.chosen).size).toBe(result.chosen.length);
      }),
    );
  });

  it('lets nobody pay more than she or he has, and every topic is paid exactly', () => {
    fc.assert(
      fc.property(anyInstance, ([election, utility, completion]) => {
        const result = count(election, { utility, completion });
        result.voters.forEach(({ endowment, left }, voter) => {
          const paid = paidBy(result, voter);
          expect(sum([paid, readRational(left)])).toEqual(readRational(endowment));
          expect(readRational(left).numerator >= 0n).toBe(true);
        });
        for (const { optionId, by, payments } of result.rounds) {
          if (by !== 'shares') continue;
          const paid = sum(
            payments.map(({ minutes, voters }) => {
              const { numerator, denominator } = readRational(minutes);
              return rational(numerator * BigInt(voters.length), denominator);
            }),
          );
          expect(paid).toEqual(rational(BigInt(election.costs[IDS.indexOf(optionId)]!)));
        }
      }),
    );
  });

  it('lets only supporters pay, all the same price, or all that they have left', () => {
    fc.assert(
      fc.property(instance(someApproval), (election) => {
        const result = count(election, { utility: 'count', completion: 'none' });
        const purses = result.voters.map(({ endowment }) => readRational(endowment));
        const answers = election.casts.flatMap(weighted);
        for (const { optionId, price, payments } of result.rounds) {
          const payers = new Map(
            payments.flatMap(({ minutes, voters }) =>
              voters.map((voter) => [voter, readRational(minutes)] as const),
            ),
          );
          answers.forEach(({ choice, halfVotes }, voter) => {
            const isSupporter = choice.kind === 'approval' && choice.approved.includes(optionId);
            const paid = payers.get(voter) ?? rational(0n);
            if (!isSupporter) return expect(paid).toEqual(rational(0n));
            const { numerator, denominator } = readRational(price!);
            const due = rational(numerator * BigInt(halfVotes), denominator * 2n);
            const isAble = compareRationals(purses[voter]!, due) >= 0;
            expect(paid).toEqual(isAble ? due : purses[voter]);
            purses[voter] = sum([purses[voter]!, rational(-paid.numerator, paid.denominator)]);
          });
        }
      }),
    );
  });

  it('does not depend on the order of the ballots', () => {
    fc.assert(
      fc.property(anyInstance, fc.nat(), ([election, utility, completion], turn) => {
        const at = turn % election.casts.length;
        const turned = {
          ...election,
          casts: [...election.casts.slice(at), ...election.casts.slice(0, at)],
        };
        const [one, other] = [election, turned].map((each) => count(each, { utility, completion }));
        expect(other!.chosen).toEqual(one!.chosen);
        expect(other!.ranking).toEqual(one!.ranking);
        expect(other!.ties).toEqual(one!.ties);
      }),
    );
  });

  it('counts a split ballot as two of twice as many', () => {
    fc.assert(
      fc.property(instance(someApproval), ({ costs, casts, budgetMinutes }) => {
        const twice = casts.flatMap((cast) => (cast.kind === 'split' ? cast.halves : [cast, cast]));
        const whole = count({ costs, casts, budgetMinutes }, { completion: 'none' });
        const doubled = count({ costs, casts: twice, budgetMinutes }, { completion: 'none' });
        expect(doubled.chosen).toEqual(whole.chosen);
      }),
    );
  });

  // Peters, Pierczyński and Skowron 2021, section 3, theorem 2: extended justified representation up to
  // one project. A group T is cohesive for projects P where T's share of the budget pays P; then one
  // of T must have at least what all of T have of P, or get there with one project of P more.
  it.each(['cost', 'count', 'points'] as const)(
    'satisfies EJR up to one topic (utility %s)',
    (utility) => {
      const one = utility === 'points' ? somePoints : someApproval;
      const whole = instance(one).filter(({ casts }) =>
        casts.every(({ kind }) => kind !== 'split'),
      );
      fc.assert(
        fc.property(whole, (election) => {
          const { chosen } = count(election, { utility, completion: 'none' });
          const worth = (voter: number, option: number): number => {
            const cast = election.casts[voter]!;
            if (cast.kind === 'points') return cast.points[IDS[option]!] ?? 0;
            const isApproved = cast.kind === 'approval' && cast.approved.includes(IDS[option]!);
            return !isApproved ? 0 : utility === 'cost' ? election.costs[option]! : 1;
          };
          for (const group of subsets(election.casts.length))
            for (const projects of subsets(IDS.length))
              expect(isRepresented(election, { group, projects, worth, chosen })).toBe(true);
        }),
        { numRuns: 60 },
      );
    },
  );
});

function* subsets(size: number): Generator<number[]> {
  for (let mask = 1; mask < 2 ** size; mask += 1)
    yield Array.from({ length: size }, (_, index) => index).filter((index) => mask & (1 << index));
}

function isRepresented(
  { costs, casts, budgetMinutes }: Instance,
  claim: {
    group: number[];
    projects: number[];
    worth: (voter: number, option: number) => number;
    chosen: string[];
  },
): boolean {
  const { group, projects, worth, chosen } = claim;
  const cost = projects.reduce((total, option) => total + costs[option]!, 0);
  const isAffordable = cost * casts.length <= budgetMinutes * group.length;
  if (!isAffordable) return true;
  const common = projects.reduce(
    (total, option) => total + Math.min(...group.map((voter) => worth(voter, option))),
    0,
  );
  const bought = chosen.map((id) => IDS.indexOf(id));
  return group.some((voter) => {
    const got = bought.reduce((total, option) => total + worth(voter, option), 0);
    const missing = projects.filter((option) => !bought.includes(option));
    const more = Math.max(0, ...missing.map((option) => worth(voter, option)));
    return got >= common || (missing.length > 0 && got + more > common) || common === 0;
  });
}
