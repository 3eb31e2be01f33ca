import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CastChoice, Choice } from '../choice';
import { countDots } from './dots';
import { rationalText } from './rational';
import { countResistance, groupAcceptance } from './resistance';
import { countScores, meanOf } from './score';

const IDS = ['A', 'B', 'C'];
const counted = <Settings extends object>(casts: readonly CastChoice[], settings: Settings) => ({
  options: IDS.map((id) => ({ id, minutes: 60 })),
  settings: { places: 1, budgetMinutes: null, ...settings },
  casts,
  eligible: casts.length,
  quorumPercent: null,
  lotOrder: IDS,
});
const abstain: Choice = { kind: 'abstention' };

describe('dot voting', () => {
  const dots = (points: Record<string, number>): Choice => ({ kind: 'points', points });

  it('takes the most points, half a ballot counting half', () => {
    const split: CastChoice = { kind: 'split', halves: [dots({ B: 3 }), abstain] };
    const result = countDots(counted([dots({ A: 2, B: 1 }), dots({ B: 0 }), split], {}));
    expect(result).toMatchObject({
      chosen: ['B'],
      ranking: [
        { optionId: 'B', halfPoints: 5, givers: 3 },
        { optionId: 'A', halfPoints: 4, givers: 2 },
        { optionId: 'C', halfPoints: 0, fate: 'without_support' },
      ],
    });
  });
});

describe('score', () => {
  const score = (scores: Record<string, number>): Choice => ({ kind: 'scores', scores });

  it('takes the highest mean of those who scored it, however few they are', () => {
    const casts = [score({ A: 4, B: 5 }), score({ A: 5 }), score({ A: 4, C: 0 }), abstain];
    const result = countScores(counted(casts, {}));
    expect(
      result.ranking.map((each) => [each.optionId, rationalText(meanOf(each)), each.silent]),
    ).toEqual([
      ['B', '5', 4],
      ['A', '13/3', 0],
      ['C', '0', 4],
    ]);
    expect(result.chosen).toEqual(['B']);
    expect(result.ranking[2]!.fate).toBe('without_support');
  });

  it('knows that 2 of 3 and 4 of 6 are the same', () => {
    const many = (number: number, choice: Choice) => Array.from({ length: number }, () => choice);
    const casts = [
      ...many(2, score({ A: 1 })),
      score({ A: 0 }),
      ...many(4, score({ B: 1 })),
      ...many(2, score({ B: 0 })),
    ];
    expect(countScores(counted(casts, {})).ties).toMatchObject([{ optionIds: ['A', 'B'] }]);
  });
});

describe('systemic consensing', () => {
  const resist = (A: number, B: number, C: number): Choice => ({
    kind: 'resistance',
    resistance: { A, B, C },
  });
  const statusQuo = { statusQuoOptionId: 'C' };

  it('takes what meets the least resistance, and shows the acceptance', () => {
    const result = countResistance(counted([resist(1, 8, 5), resist(2, 0, 10)], statusQuo));
    expect(result.chosen).toEqual(['A']);
    expect(result.ranking).toMatchObject([
      { optionId: 'A', halfResistance: 6, strongest: 2 },
      { optionId: 'B', halfResistance: 16, strongest: 8 },
      { optionId: 'C', halfResistance: 30, strongest: 10 },
    ]);
    expect(rationalText(groupAcceptance(result.ranking[0]!)!)).toBe('17/20');
  });

  it('changes nothing where all staying as it is meets the least', () => {
    const result = countResistance(counted([resist(5, 6, 2)], { ...statusQuo, places: 2 }));
    expect(result.ranking.map(({ optionId, fate }) => [optionId, fate])).toEqual([
      ['C', 'chosen'],
      ['A', 'behind_status_quo'],
      ['B', 'behind_status_quo'],
    ]);
  });

  it('never takes "all stays as it is" besides something better', () => {
    const result = countResistance(counted([resist(1, 9, 2)], { ...statusQuo, places: 3 }));
    expect(result.chosen).toEqual(['A']);
  });

  it('is not changed by somebody who is indifferent', () => {
    const number = fc.nat(10);
    const some = fc.tuple(number, number, number).map((numbers) => resist(...numbers));
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 8 }), number, (casts, same) => {
        const before = countResistance(counted(casts, statusQuo));
        const after = countResistance(counted([...casts, resist(same, same, same)], statusQuo));
        const orderOf = (result: typeof before) =>
          result.ranking.map(({ optionId, fate }) => [optionId, fate]);
        expect(orderOf(after)).toEqual(orderOf(before));
        expect(after.ties).toEqual(before.ties);
      }),
    );
  });
});
