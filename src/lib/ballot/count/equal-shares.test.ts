import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CastChoice, Choice } from '../choice';
import { readPabulib } from '../file/read-pabulib';
import { settingsFor } from '../file/method-for';
import { countEqualShares, type EqualSharesSettings } from './equal-shares';

const DATA = 'tests/reference/data/pabulib';

const approve = (...approved: string[]): Choice => ({ kind: 'approval', approved });
const times = (count: number, choice: CastChoice) => Array.from({ length: count }, () => choice);

const count = (
  costs: Record<string, number>,
  casts: readonly CastChoice[],
  settings: Partial<EqualSharesSettings> & { budgetMinutes: number },
) =>
  countEqualShares({
    options: Object.entries(costs).map(([id, minutes]) => ({ id, minutes })),
    settings: {
      ...(settingsFor({ kind: 'approval', budget: 1 }, 'equal-shares') as EqualSharesSettings),
      ...settings,
    },
    casts,
    eligible: casts.length,
    quorumPercent: null,
    lotOrder: Object.keys(costs),
  });
type Counted = ReturnType<typeof count>;

const leftOf = ({ voters }: Counted) => voters.map(({ left }) => left);
const roundsOf = ({ rounds }: Counted) =>
  rounds.map(({ optionId, by, payments }) => [
    optionId,
    by,
    ...payments.map(({ minutes, voters }) => `${minutes} × ${voters.length}`),
  ]);

describe('the worked example of voting.md', () => {
  const costs = { A: 90, B: 60, C: 60, D: 60, E: 45, F: 60 };
  const casts = [
    ...times(6, approve('A', 'B', 'C')),
    ...times(3, approve('D', 'F')),
    approve('E', 'F'),
  ];

  it('buys B, C and F with equal shares alone', () => {
    const result = count(costs, casts, { budgetMinutes: 240, completion: 'none' });
    expect(result).toMatchObject({ chosen: ['B', 'C', 'F'], chosenMinutes: 180, share: '24' });
    expect(result.rounds[0]).toMatchObject({
      price: '1/6',
      tie: { optionIds: ['B', 'C', 'A'], brokenBy: ['lot', 'minutes'], isDecisive: true },
    });
    expect(leftOf(result)).toEqual([...times(6, approve()).map(() => '4'), '9', '9', '9', '9']);
    expect(result.ranking.find(({ optionId }) => optionId === 'A')).toMatchObject({
      fate: 'does_not_fit',
      heldMinutes: '24',
    });
    expect(result.ranking.find(({ optionId }) => optionId === 'D')).toMatchObject({
      fate: 'supporters_short',
      heldMinutes: '27',
    });
  });

  it('changes nothing by Add1 up to 34 minutes, and would spend 330 at 35', () => {
    const result = count(costs, casts, { budgetMinutes: 240, completion: 'add1' });
    expect(result).toMatchObject({
      chosen: ['B', 'C', 'F'],
      endowment: '34',
      stoppedBy: 'over_budget',
      nextMinutes: 330,
    });
  });

  it('adds D because it still fits: 240 minutes', () => {
    const result = count(costs, casts, { budgetMinutes: 240 });
    expect(result).toMatchObject({ chosen: ['B', 'C', 'F', 'D'], chosenMinutes: 240 });
    expect(roundsOf(result)).toEqual([
      ['B', 'shares', '10 × 6'],
      ['C', 'shares', '10 × 6'],
      ['F', 'shares', '15 × 4'],
      ['D', 'approvals'],
    ]);
  });
});

describe('the worked examples of equalshares.net/explanation', () => {
  const costs = { bike: 700, gym: 400, park: 250, playground: 200, library: 100 };
  const others = [
    approve('park', 'playground', 'library'),
    approve('playground'),
    approve('playground', 'library'),
    approve('park', 'playground', 'library'),
  ];
  const sports = [
    approve('bike', 'gym'),
    approve('bike', 'gym', 'park'),
    approve('bike', 'gym'),
    approve('bike', 'gym', 'park'),
    approve('bike', 'gym', 'park'),
    approve('bike', 'gym'),
  ];
  const plain = { budgetMinutes: 1100, completion: 'none' } as const;

  it('example 1: bike path, playground, library', () => {
    const result = count(costs, [...sports, ...others, approve('bike')], plain);
    expect(roundsOf(result)).toEqual([
      ['bike', 'shares', '100 × 7'],
      ['playground', 'shares', '50 × 4'],
      ['library', 'shares', '100/3 × 3'],
    ]);
    expect(leftOf(result).slice(6)).toEqual(['50/3', '50', '50/3', '50/3', '0']);
  });

  it('example 2: gym, park, playground, some paying all they have left', () => {
    const result = count(costs, [...sports, ...others, approve('gym')], plain);
    expect(roundsOf(result)).toEqual([
      ['gym', 'shares', '400/7 × 7'],
      // 43 and 60.5 on the page, which rounds.
      ['park', 'shares', '300/7 × 3', '425/7 × 2'],
      ['playground', 'shares', '275/7 × 2', '425/7 × 2'],
    ]);
    expect(leftOf(result)).toEqual([
      '300/7',
      '0',
      '300/7',
      '0',
      '0',
      '300/7',
      '0',
      '275/7',
      '275/7',
      '0',
      '300/7',
    ]);
  });
});

describe('the tie-breaking of equalshares.net/implementation/tie-breaking', () => {
  const pair = (
    costs: [number, number],
    votes: [number, number],
    tieBreaking?: EqualSharesSettings['tieBreaking'],
  ) =>
    count(
      { one: costs[0], two: costs[1] },
      [...times(votes[0], approve('one')), ...times(votes[1], approve('two'))],
      {
        budgetMinutes: 1400,
        completion: 'none',
        utility: 'cost',
        ...(tieBreaking && { tieBreaking }),
      },
    );

  it('takes the cheaper one first', () => {
    const [round] = pair([700, 600], [2, 2]).rounds;
    expect(round).toMatchObject({ optionId: 'two', tie: { brokenBy: ['minutes'] } });
  });

  it('leaves the lot for those that are the same in everything', () => {
    const [round] = pair([600, 600], [2, 2]).rounds;
    expect(round).toMatchObject({ optionId: 'one', tie: { brokenBy: ['lot'] } });
  });

  it('can look at the approvals before the costs', () => {
    // One voter has spent all on the first topic, so both others are left with two paying supporters.
    const casts = [
      ...times(2, approve('big')),
      approve('big', 'first'),
      ...times(2, approve('big', 'second')),
      ...times(2, approve('first')),
      approve('second'),
      approve('second'),
    ];
    const costs = { big: 500, first: 100, second: 150 };
    const settings = { budgetMinutes: 900, completion: 'none' } as const;
    const byCost = count(costs, casts, settings);
    expect(byCost.chosen).toEqual(['big', 'first', 'second']);
    expect(byCost.rounds[1]!.tie).toMatchObject({ brokenBy: ['minutes'] });
    const byApprovals = count(costs, casts, { ...settings, tieBreaking: 'approvals-then-cost' });
    expect(byApprovals.chosen).toEqual(['big', 'second', 'first']);
    expect(byApprovals.rounds[1]!.tie).toMatchObject({ brokenBy: ['approvals'] });
  });
});

describe('split ballots, abstentions and points', () => {
  const costs = { A: 30, B: 30 };

  it('gives each half half a share, as if every whole ballot stood there twice', () => {
    const split: CastChoice = { kind: 'split', halves: [approve('A'), approve('B')] };
    const result = count(costs, [split, approve('A')], { budgetMinutes: 60, completion: 'none' });
    expect(result.voters).toEqual([
      { cast: 0, half: 0, endowment: '15', left: '5' },
      { cast: 0, half: 1, endowment: '15', left: '15' },
      { cast: 1, half: null, endowment: '30', left: '10' },
    ]);
    const twice = [approve('A'), approve('B'), approve('A'), approve('A')];
    const doubled = count(costs, twice, { budgetMinutes: 60, completion: 'none' });
    expect(doubled.chosen).toEqual(result.chosen);
  });

  it('shares the time of those who abstain among those who answered', () => {
    const casts: CastChoice[] = [approve('A'), approve('B'), { kind: 'abstention' }];
    const result = count(costs, casts, { budgetMinutes: 60, completion: 'none' });
    expect(result).toMatchObject({ share: '30', chosen: ['A', 'B'] });
  });

  it('lets payments follow the points', () => {
    const casts: CastChoice[] = [
      { kind: 'points', points: { A: 2 } },
      { kind: 'points', points: { A: 1, B: 0 } },
    ];
    const result = count(costs, casts, {
      budgetMinutes: 60,
      completion: 'none',
      utility: 'points',
    });
    expect(roundsOf(result)).toEqual([['A', 'shares', '20 × 1', '10 × 1']]);
    expect(result.ranking).toMatchObject([
      { optionId: 'A', approvals: 6 },
      { optionId: 'B', approvals: 0, fate: 'without_support' },
    ]);
  });

  it('chooses nothing without votes, or below the quorum', () => {
    expect(count(costs, [], { budgetMinutes: 60 })).toMatchObject({
      outcome: 'nobody_voted',
      share: null,
      chosen: [],
    });
    const options = Object.entries(costs).map(([id, minutes]) => ({ id, minutes }));
    const settings = settingsFor(
      { kind: 'approval', budget: 60 },
      'equal-shares',
    ) as EqualSharesSettings;
    const missed = countEqualShares({
      ...{ options, settings, casts: [approve('A')], eligible: 3, quorumPercent: 50 },
      lotOrder: ['A', 'B'],
    });
    expect(missed).toMatchObject({ outcome: 'quorum_missed', chosen: [], chosenMinutes: 0 });
  });
});

describe('elections of Pabulib, as two other programs counted them', () => {
  type Case = {
    file: string;
    completion: EqualSharesSettings['completion'];
    tieBreaking?: string[];
    incrementPerVoter?: number;
    integralStart?: boolean;
    winners: string[];
    totalCost: number;
  };
  const { cases } = JSON.parse(readFileSync(`${DATA}/expected.json`, 'utf8')) as { cases: Case[] };

  it('has all three cases', () => expect(cases).toHaveLength(3));

  it.each(cases)('$file with completion $completion', (expected) => {
    const file = readPabulib(readFileSync(`${DATA}/${expected.file}`, 'utf8'));
    expect(file.remarks).toEqual([]);
    const result = countEqualShares({
      options: file.options,
      settings: settingsFor(file, 'equal-shares', {
        completion: expected.completion,
        incrementMinutesPerVoter: expected.incrementPerVoter ?? 1,
        isIntegral: expected.integralStart ?? false,
        tieBreaking:
          expected.tieBreaking?.[0] === 'most approvals'
            ? 'approvals-then-cost'
            : 'cost-then-approvals',
      }) as EqualSharesSettings,
      casts: file.casts,
      eligible: file.casts.length,
      quorumPercent: null,
      lotOrder: file.options.map(({ id }) => id),
    });
    expect([...result.chosen].sort()).toEqual([...expected.winners].sort());
    expect(result.chosenMinutes).toBe(expected.totalCost);
  });
});
