import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { optionId, someCasts, someOptions } from '../../../../tests/factories/ballot';
import { seededRandomBytes } from '../../../../tests/factories/random';
import { shuffled } from '$lib/platform/random';
import { countApprovals, type ApprovalCount } from './approval';
import type { CastChoice, Choice } from '../choice';

const [a, b, c, d, e, f] = [1, 2, 3, 4, 5, 6].map(optionId) as [
  string,
  string,
  string,
  string,
  string,
  string,
];
const approve = (...approved: string[]): Choice => ({ kind: 'approval', approved });
const abstain: Choice = { kind: 'abstention' };
const times = (count: number, choice: Choice) => Array.from({ length: count }, () => choice);

const count = (given: Partial<ApprovalCount> & Pick<ApprovalCount, 'options'>) =>
  countApprovals({
    settings: { places: 1, budgetMinutes: null },
    casts: [],
    eligible: 10,
    quorumPercent: null,
    lotOrder: given.options.map(({ id }) => id),
    ...given,
  });

const three = [a, b, c].map((id) => ({ id, minutes: 60 }));
const fatesOf = (result: ReturnType<typeof count>) =>
  Object.fromEntries(result.ranking.map(({ optionId: id, fate }) => [id, fate]));

describe('approval voting', () => {
  it('fills 240 minutes as the worked example of voting.md says: B, C and A', () => {
    const minutes = { [a]: 90, [b]: 60, [c]: 60, [d]: 60, [e]: 45, [f]: 60 };
    const result = count({
      options: Object.entries(minutes).map(([id, cost]) => ({ id, minutes: cost })),
      settings: { places: null, budgetMinutes: 240 },
      casts: [...times(6, approve(a, b, c)), ...times(3, approve(d, f)), approve(e, f)],
    });
    expect(result).toMatchObject({ outcome: 'chosen', chosen: [b, c, a], chosenMinutes: 210 });
    expect(fatesOf(result)).toMatchObject({ [f]: 'does_not_fit', [e]: 'does_not_fit' });
    expect(result.ties).toEqual([
      { optionIds: [b, c, a], brokenBy: ['lot', 'minutes'], isDecisive: false },
    ]);
  });

  it('fills the places with the most approved', () => {
    const result = count({
      options: three,
      settings: { places: 2, budgetMinutes: null },
      casts: [approve(a, c), approve(c, b), approve(c, b), approve(c)],
    });
    expect(result.chosen).toEqual([c, b]);
    expect(fatesOf(result)).toEqual({ [c]: 'chosen', [b]: 'chosen', [a]: 'places_full' });
    expect(result.ties).toEqual([]);
  });

  it('lets a shorter option that still fits pass a longer one that does not', () => {
    const options = [
      { id: a, minutes: 60 },
      { id: b, minutes: 60 },
      { id: c, minutes: 30 },
    ];
    const result = count({
      options,
      settings: { places: null, budgetMinutes: 90 },
      casts: [approve(a, b, c), approve(a, b), approve(a)],
    });
    expect(result.chosen).toEqual([a, c]);
    expect(fatesOf(result)).toEqual({ [a]: 'chosen', [b]: 'does_not_fit', [c]: 'chosen' });
  });

  it('never chooses what nobody approves', () => {
    const result = count({
      options: three,
      settings: { places: 3, budgetMinutes: null },
      casts: [approve(b), abstain],
    });
    expect(result.chosen).toEqual([b]);
    expect(fatesOf(result)).toMatchObject({ [a]: 'without_support', [c]: 'without_support' });
    expect(result.ties).toEqual([]);
  });

  it('breaks a tie by fewer minutes, then by the lot, and says so', () => {
    const options = [
      { id: a, minutes: 60 },
      { id: b, minutes: 45 },
      { id: c, minutes: 60 },
    ];
    const result = count({ options, casts: [approve(a, b, c)], lotOrder: [c, b, a] });
    expect(result.ranking.map(({ optionId: id }) => id)).toEqual([b, c, a]);
    expect(result.ties).toEqual([
      { optionIds: [b, c, a], brokenBy: ['minutes', 'lot'], isDecisive: true },
    ]);
  });

  it('puts an option without minutes after one with', () => {
    const options = [
      { id: a, minutes: null },
      { id: b, minutes: 600 },
    ];
    expect(count({ options, casts: [approve(a, b)] }).chosen).toEqual([b]);
  });

  it('counts the halves of a split ballot as half a vote each', () => {
    const split: CastChoice = { kind: 'split', halves: [approve(a), approve(a, b)] };
    const result = count({ options: three, casts: [split, approve(b), approve(b), abstain] });
    expect(result.ranking.map((one) => one.approvals)).toEqual([5, 2, 0]);
    expect(result.turnout).toMatchObject({ takenPart: 4, answered: 6, abstained: 2 });
    const halfAbstained: CastChoice = { kind: 'split', halves: [approve(a), abstain] };
    expect(count({ options: three, casts: [halfAbstained] }).turnout).toMatchObject({
      takenPart: 1,
      answered: 1,
      abstained: 1,
    });
  });

  it.each([
    [50, 9, 4, false, 5],
    [50, 9, 5, true, 5],
    [50, 10, 5, true, 5],
    [29, 100, 29, true, 29],
    [33, 10, 3, false, 4],
    [100, 10, 10, true, 10],
    [0, 10, 1, true, 0],
  ])(
    'a quorum of %i %% of %i with %i ballots: %s',
    (percent, eligible, cast, isReached, needed) => {
      const result = count({
        options: three,
        casts: times(cast, approve(a)),
        eligible,
        quorumPercent: percent,
      });
      expect(result.turnout.quorum).toEqual({ percent, needed, isReached });
      expect(result.outcome).toBe(isReached ? 'chosen' : 'quorum_missed');
      expect(result.chosen).toEqual(isReached ? [a] : []);
      expect(result.ranking[0]).toMatchObject({
        approvals: 2 * cast,
        fate: isReached ? 'chosen' : 'quorum_missed',
      });
    },
  );

  it('lets abstentions count for the quorum, and only there', () => {
    const casts = [...times(4, abstain), approve(a)];
    const result = count({ options: three, casts, quorumPercent: 50 });
    expect(result).toMatchObject({ outcome: 'chosen', chosen: [a] });
  });

  it('says when nobody voted, and when nobody approved of anything', () => {
    expect(count({ options: three }).outcome).toBe('nobody_voted');
    expect(count({ options: three, quorumPercent: 50 }).outcome).toBe('nobody_voted');
    expect(count({ options: three, casts: [approve(), abstain] }).outcome).toBe('nothing_approved');
  });

  it('refuses what cannot be counted', () => {
    const casts = times(2, approve(a));
    expect(() => count({ options: three, casts, eligible: 1 })).toThrow(RangeError);
    expect(() => count({ options: three, casts, lotOrder: [a, b] })).toThrow(RangeError);
    const settings = { places: null, budgetMinutes: 60 };
    const options = three.map(({ id }) => ({ id, minutes: null }));
    expect(() => count({ options, casts, settings })).toThrow(RangeError);
  });
});

describe('whatever is voted', () => {
  const someCount = someOptions().chain((options) =>
    fc.record({
      options: fc.constant(options),
      casts: someCasts(options),
      settings: fc.record({
        places: fc.option(fc.integer({ min: 1, max: 9 })),
        budgetMinutes: fc.option(fc.integer({ min: 1, max: 300 })),
      }),
      eligible: fc.integer({ min: 12, max: 20 }),
      quorumPercent: fc.option(fc.integer({ min: 0, max: 100 })),
      lotOrder: fc.nat().map((seed) =>
        shuffled(
          options.map(({ id }) => id),
          seededRandomBytes(seed),
        ),
      ),
    }),
  );

  it('the order of ballots and of options does not matter', () => {
    fc.assert(
      fc.property(someCount, fc.nat(), (given, seed) => {
        const mixed = {
          ...given,
          casts: shuffled(given.casts, seededRandomBytes(seed)),
          options: shuffled(given.options, seededRandomBytes(seed + 1)),
        };
        expect(countApprovals(mixed)).toEqual(countApprovals(given));
      }),
    );
  });

  it('sums agree: votes, places, minutes', () => {
    fc.assert(
      fc.property(someCount, (given) => {
        const { turnout, ranking, chosen, chosenMinutes, outcome } = countApprovals(given);
        const { places, budgetMinutes } = given.settings;
        expect(turnout.answered + turnout.abstained).toBe(2 * given.casts.length);
        for (const { approvals } of ranking)
          expect(approvals).toBeLessThanOrEqual(turnout.answered);
        expect(ranking.map(({ place }) => place)).toEqual(
          given.options.map((_, index) => index + 1),
        );
        expect(chosen).toEqual(
          ranking.filter(({ fate }) => fate === 'chosen').map(({ optionId: id }) => id),
        );
        expect(chosen.length).toBeLessThanOrEqual(places ?? Infinity);
        expect(chosenMinutes).toBeLessThanOrEqual(budgetMinutes ?? Infinity);
        expect(chosen.length > 0).toBe(outcome === 'chosen');
      }),
    );
  });

  it('more approvals stand higher, and ties are told in full', () => {
    fc.assert(
      fc.property(someCount, (given) => {
        const { ranking, ties } = countApprovals(given);
        const approvals = ranking.map((one) => one.approvals);
        expect(approvals).toEqual([...approvals].sort((x, y) => y - x));
        const tied = ranking.filter(
          (one) =>
            one.approvals > 0 &&
            ranking.filter((each) => each.approvals === one.approvals).length > 1,
        );
        expect(ties.flatMap((tie) => tie.optionIds)).toEqual(tied.map((one) => one.optionId));
        for (const tie of ties) expect(tie.brokenBy).toHaveLength(tie.optionIds.length - 1);
      }),
    );
  });

  it('what is left out does not fit: with minutes alone, the outcome is exhaustive', () => {
    fc.assert(
      fc.property(someCount, fc.integer({ min: 1, max: 300 }), (given, budgetMinutes) => {
        const result = countApprovals({
          ...given,
          settings: { places: null, budgetMinutes },
          quorumPercent: null,
        });
        const left = budgetMinutes - result.chosenMinutes;
        for (const { fate, minutes } of result.ranking) {
          if (fate === 'does_not_fit') expect(minutes!).toBeGreaterThan(left);
        }
      }),
    );
  });

  it('one more approval never harms an option', () => {
    fc.assert(
      fc.property(someCount, fc.nat(), (given, pick) => {
        const { id } = given.options[pick % given.options.length]!;
        const placeOf = (casts: CastChoice[]) =>
          countApprovals({ ...given, eligible: 30, casts }).ranking.find(
            (one) => one.optionId === id,
          )!.place;
        expect(placeOf([...given.casts, approve(id)])).toBeLessThanOrEqual(placeOf(given.casts));
      }),
    );
  });

  it('a result survives being stored', () => {
    fc.assert(
      fc.property(someCount, (given) => {
        const result = countApprovals(given);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      }),
    );
  });
});
