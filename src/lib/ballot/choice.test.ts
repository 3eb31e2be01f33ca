import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { optionId, someApproval, someOptions } from '../../../tests/factories/ballot';
import { acceptChoice, castChoice, type Choice } from './choice';
import { findProblems, weighted, type ChoiceRules } from './choice-rules';
import { methodSettings, type MethodSettings } from './method';

const [a, b, c] = [optionId(1), optionId(2), optionId(3)];
const foreign = optionId(99);

const approval: MethodSettings = { method: 'approval', places: 2, budgetMinutes: null };
const dots: MethodSettings = {
  method: 'dots',
  points: 5,
  pointsPerOption: 3,
  places: 1,
  budgetMinutes: null,
};
const score: MethodSettings = { method: 'score', places: 1, budgetMinutes: null };
const ranked: MethodSettings = { method: 'ranked', places: 1, budgetMinutes: null };
const resistance: MethodSettings = {
  method: 'resistance',
  statusQuoOptionId: c,
  places: 1,
  budgetMinutes: null,
};
const equalShares: MethodSettings = {
  method: 'equal-shares',
  budgetMinutes: 240,
  utility: 'cost',
  points: null,
  pointsPerOption: null,
  completion: 'add1u',
  incrementMinutesPerVoter: 1,
  isIntegral: false,
  tieBreaking: 'cost-then-approvals',
};
const equalSharesByPoints: MethodSettings = {
  ...equalShares,
  utility: 'points',
  points: 10,
  pointsPerOption: 10,
};
const all = [approval, dots, score, ranked, resistance, equalShares, equalSharesByPoints];

const rulesFor = (settings: MethodSettings, more: Partial<ChoiceRules> = {}): ChoiceRules => ({
  settings,
  optionIds: [a, b, c],
  electorate: 'teams',
  isSecret: false,
  ...more,
});

const problemsOf = (settings: MethodSettings, choice: unknown, more?: Partial<ChoiceRules>) =>
  findProblems(castChoice.parse(choice), rulesFor(settings, more)).map(({ code }) => code);

describe('settings', () => {
  it.each(all)('of $method can be stored and read', (settings) => {
    expect(methodSettings.parse(JSON.parse(JSON.stringify(settings)))).toEqual(settings);
  });

  it.each([
    { ...approval, places: null },
    { ...approval, places: 0 },
    { ...dots, pointsPerOption: 6 },
    { ...equalShares, utility: 'points' },
    { ...equalSharesByPoints, utility: 'cost' },
    { ...equalSharesByPoints, pointsPerOption: 11 },
    { method: 'lottery' },
    { ...score, highest: 7 },
  ])('%o are refused', (settings) => {
    expect(methodSettings.safeParse(settings).success).toBe(false);
  });
});

describe('a choice of each method', () => {
  it.each([
    [approval, { kind: 'approval', approved: [a, b, c] }],
    [approval, { kind: 'approval', approved: [] }],
    [dots, { kind: 'points', points: { [a]: 3, [b]: 2 } }],
    [score, { kind: 'scores', scores: { [a]: 0, [b]: 5 } }],
    [ranked, { kind: 'ranking', ranks: [[b], [a, c]] }],
    [ranked, { kind: 'ranking', ranks: [] }],
    [resistance, { kind: 'resistance', resistance: { [a]: 10, [b]: 0, [c]: 5 } }],
    [equalShares, { kind: 'approval', approved: [b] }],
    [equalSharesByPoints, { kind: 'points', points: { [a]: 10 } }],
  ])('%o accepts %o', (settings, choice) => {
    expect(acceptChoice(choice, rulesFor(settings))).toEqual(choice);
  });

  it.each(all)('$method accepts an abstention, and two halves of a team', (settings) => {
    const abstention = { kind: 'abstention' };
    expect(acceptChoice(abstention, rulesFor(settings))).toEqual(abstention);
    const split = { kind: 'split', halves: [abstention, abstention] };
    expect(acceptChoice(split, rulesFor(settings))).toEqual(split);
  });

  it.each([
    [approval, { kind: 'approval', approved: [a, foreign] }, ['unknown_option']],
    [approval, { kind: 'approval', approved: [a, a] }, ['option_twice']],
    [approval, { kind: 'scores', scores: {} }, ['wrong_kind']],
    [dots, { kind: 'points', points: { [a]: 3, [b]: 3 } }, ['too_many_points']],
    [dots, { kind: 'points', points: { [a]: 4 } }, ['too_many_points_on_option']],
    [dots, { kind: 'points', points: { [foreign]: 1 } }, ['unknown_option']],
    [score, { kind: 'scores', scores: { [foreign]: 1 } }, ['unknown_option']],
    [ranked, { kind: 'ranking', ranks: [[a], [b, a]] }, ['option_twice']],
    [ranked, { kind: 'ranking', ranks: [[foreign]] }, ['unknown_option']],
    [resistance, { kind: 'resistance', resistance: { [a]: 1, [b]: 1 } }, ['option_missing']],
    [equalShares, { kind: 'points', points: { [a]: 1 } }, ['wrong_kind']],
    [equalSharesByPoints, { kind: 'approval', approved: [a] }, ['wrong_kind']],
    [
      equalSharesByPoints,
      { kind: 'points', points: { [a]: 11 } },
      ['too_many_points_on_option', 'too_many_points'],
    ],
  ] as [MethodSettings, unknown, string[]][])('%o refuses %o: %o', (settings, choice, codes) => {
    expect(problemsOf(settings, choice)).toEqual(codes);
    const half = { kind: 'split', halves: [{ kind: 'abstention' }, choice] };
    expect(problemsOf(settings, half)).toEqual(codes);
  });

  // What cannot be read at all is told to the page as well, so that it can say where.
  it.each([
    [dots, { kind: 'points', points: { [a]: -1 } }, ['number_out_of_range']],
    [score, { kind: 'scores', scores: { [a]: 6, [b]: 0 } }, ['number_out_of_range']],
    [resistance, { kind: 'resistance', resistance: { [a]: 0.5 } }, ['option_missing']],
    [ranked, { kind: 'ranking', ranks: [[a], [], [b]] }, ['rank_gap']],
  ] as [MethodSettings, Choice, string[]][])('%o says of %o: %o', (settings, choice, codes) => {
    const found = findProblems(choice, rulesFor(settings)).map(({ code }) => code);
    expect(found).toEqual(expect.arrayContaining(codes));
    expect(castChoice.safeParse(choice).success).toBe(false);
  });

  it.each([
    null,
    'a',
    [],
    {},
    { kind: 'approval' },
    { kind: 'approval', approved: ['1'] },
    { kind: 'approval', approved: Array.from({ length: 201 }, (_, index) => optionId(index)) },
    { kind: 'points', points: { [a]: -1 } },
    { kind: 'points', points: { [a]: 0.5 } },
    { kind: 'scores', scores: { [a]: 6 } },
    { kind: 'resistance', resistance: { [a]: 11 } },
    { kind: 'ranking', ranks: [[]] },
    { kind: 'abstention', because: 'x' },
    { kind: 'split', halves: [{ kind: 'abstention' }] },
    { kind: 'split', halves: [{ kind: 'split', halves: [] }, { kind: 'abstention' }] },
  ])('%o cannot be read', (input) => {
    expect(() => acceptChoice(input, rulesFor(approval))).toThrow(
      expect.objectContaining({ appCode: 'choice_unreadable' }),
    );
  });

  it('takes nothing from a poisoned key', () => {
    const poisoned = JSON.parse('{"kind":"points","points":{"__proto__":1}}');
    expect(acceptChoice(poisoned, rulesFor(dots))).toEqual({ kind: 'points', points: {} });
  });

  it('says every problem to the page, and the first one in the error', () => {
    const choice = castChoice.parse({ kind: 'approval', approved: [a, a, foreign] });
    expect(findProblems(choice, rulesFor(approval))).toEqual([
      { code: 'unknown_option', optionId: foreign },
      { code: 'option_twice', optionId: a },
    ]);
    expect(() => acceptChoice(choice, rulesFor(approval))).toThrow(
      expect.objectContaining({
        appCode: 'choice_invalid',
        facts: { problem: 'unknown_option', optionId: foreign },
      }),
    );
  });
});

describe('a split ballot', () => {
  const split = { kind: 'split', halves: [{ kind: 'abstention' }, { kind: 'abstention' }] };

  it('is for teams with open ballots: two halves in a secret box would name the team', () => {
    expect(problemsOf(approval, split, { electorate: 'persons' })).toEqual(['split_not_possible']);
    expect(problemsOf(approval, split, { isSecret: true })).toEqual(['split_not_possible']);
  });

  it('weighs as much as a whole one', () => {
    const sum = (cast: Parameters<typeof weighted>[0]) =>
      weighted(cast).reduce((total, { halfVotes }) => total + halfVotes, 0);
    expect(sum(castChoice.parse(split))).toBe(sum({ kind: 'abstention' }));
  });
});

describe('the canonical form', () => {
  it('tells nothing about the order in which options were seen or ticked', () => {
    const ballot = someOptions().chain((options) =>
      fc.record({
        optionIds: fc.constant(options.map(({ id }) => id)),
        choice: someApproval(options),
        seed: fc.infiniteStream(fc.integer()),
      }),
    );
    fc.assert(
      fc.property(ballot, ({ optionIds, choice, seed }) => {
        const rules = rulesFor(approval, { optionIds });
        const mixed =
          choice.kind === 'approval'
            ? {
                ...choice,
                approved: choice.approved
                  .map((id) => ({ id, key: seed.next().value! }))
                  .sort((x, y) => x.key - y.key)
                  .map(({ id }) => id),
              }
            : choice;
        const stored = JSON.stringify(acceptChoice(mixed, rules));
        expect(stored).toBe(JSON.stringify(acceptChoice(choice, rules)));
        expect(JSON.stringify(acceptChoice(JSON.parse(stored), rules))).toBe(stored);
      }),
    );
  });

  it.each([
    [dots, { kind: 'points', points: { [b]: 1, [a]: 2, [c]: 0 } }, { [a]: 2, [b]: 1 }],
    [score, { kind: 'scores', scores: { [b]: 0, [a]: 2 } }, { [a]: 2, [b]: 0 }],
    [
      resistance,
      { kind: 'resistance', resistance: { [c]: 0, [b]: 1, [a]: 2 } },
      { [a]: 2, [b]: 1, [c]: 0 },
    ],
  ])('%o sorts the numbers by option', (settings, choice, numbers) => {
    const accepted = acceptChoice(choice, rulesFor(settings)) as Record<string, unknown>;
    expect(JSON.stringify(Object.values(accepted)[1])).toBe(JSON.stringify(numbers));
  });

  it('keeps the order of ranks and sorts equals', () => {
    const choice = { kind: 'ranking', ranks: [[c], [b, a]] };
    expect(acceptChoice(choice, rulesFor(ranked))).toEqual({
      kind: 'ranking',
      ranks: [[c], [a, b]],
    });
  });
});
