import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CastChoice, Choice } from '../choice';
import { countRankings } from './ranked';
import { layersOf, pathBetween, strongestPaths } from './schulze';

const rank = (text: string): Choice => ({
  kind: 'ranking',
  ranks: text.split('>').map((equals) => equals.split('=')),
});
/** `5 ACBED`: five ballots that rank one after the other; `8 A=C>D` has equals and leaves others out. */
const ballots = (counts: string): Choice[] =>
  counts.split(', ').flatMap((each) => {
    const [times = '', text = ''] = each.split(' ');
    const order = /[>=]/.test(text) ? text : [...text].join('>');
    return Array.from({ length: Number(times) }, () => rank(order));
  });

const count = (options: string, casts: readonly CastChoice[], lotOrder = options) =>
  countRankings({
    options: [...options].map((id) => ({ id, minutes: null })),
    settings: { places: 1, budgetMinutes: null },
    casts,
    eligible: casts.length,
    quorumPercent: null,
    lotOrder: [...lotOrder],
  });

/** The options by layer: `E A C B D`, equals together: `BD AC`. */
function orderOf({ ranking }: ReturnType<typeof count>): string {
  const layers = Map.groupBy(ranking, ({ layer }) => layer);
  return [...layers.values()]
    .map((layer) =>
      layer
        .map(({ optionId }) => optionId)
        .sort()
        .join(''),
    )
    .join(' ');
}

// Schulze, A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner
// election method (2011; arXiv 1804.02973), section 3; and the four examples of electowiki.org/wiki/Schulze_method.
describe('the examples that Schulze published', () => {
  it.each<[string, string, string, string]>([
    [
      'the 45 voters',
      'ABCDE',
      '5 ACBED, 5 ADECB, 8 BEDAC, 3 CABED, 7 CAEBD, 2 CBADE, 7 DCEBA, 8 EBADC',
      'E A C B D',
    ],
    [
      'electowiki, example 2',
      'ABCD',
      '5 ACBD, 2 ACDB, 3 ADCB, 4 BACD, 3 CBDA, 3 CDBA, 1 DACB, 5 DBAC, 4 DCBA',
      'D A C B',
    ],
    [
      'electowiki, example 3',
      'ABCDE',
      '3 ABDEC, 5 ADEBC, 1 ADECB, 2 BADEC, 2 BDECA, 4 CABDE, 6 CBADE, 2 DBECA, 5 DECAB',
      'B A D E C',
    ],
    ['example 2: a tie', 'ABCD', '3 ABCD, 2 CBDA, 2 DABC, 2 DBCA', 'BD AC'],
  ])('%s', (_name, options, counts, order) => {
    expect(orderOf(count(options, ballots(counts)))).toBe(order);
  });

  it.each<[string, string, string, string]>([
    ['example 1', 'ABCD', '8 ACD, 2 BAD, 4 CDB, 4 DBA, 3 DCB', 'D'],
    ['example 3', 'ABCD', '12 ABC, 6 ADB, 9 BCD, 15 CDA, 21 DBA', 'D'],
    ['example 4', 'ABCD', '6 ACD, 1 BAD, 3 CBD, 3 DBA, 2 DCB', 'AD'],
    [
      'example 5, situation 1',
      'ABCDEF',
      '3 ADEBC, 3 BFECD, 4 CABFD, 1 DBCEF, 4 DEFAB, 2 ECBDF, 2 FACDB',
      'A',
    ],
    [
      'example 5, situation 2: two more voters for A, and D wins',
      'ABCDEF',
      '3 ADEBC, 3 BFECD, 4 CABFD, 1 DBCEF, 4 DEFAB, 2 ECBDF, 2 FACDB, 2 AEFCB',
      'D',
    ],
    [
      'example 6, situation 1',
      'ABCD',
      '3 ABD, 5 ADB, 1 ADC, 2 BAD, 2 BDC, 4 CAB, 6 CBA, 2 DBC, 5 DCA',
      'A',
    ],
    [
      'example 7: winning votes, with equals and options left out',
      'ABCD',
      '6 A>B>C>D, 8 A=B, 8 A=C, 18 A=C>D, 8 A=C=D, 40 B, 4 C>B>D, 9 C>D>A, 8 C=D, 14 D>A>B, 11 D>B>C, 4 D>C>A',
      'D',
    ],
    ['example 8', 'ABCDE', '9 ADBE, 6 BCAD, 5 BCDE, 2 CDBE, 6 DECB, 14 EACB, 2 ECAB, 1 EDAC', 'B'],
    ['example 9', 'ABCDE', '9 ADBE, 1 BACE, 6 CBAD, 2 CDBE, 5 CDEA, 6 DECA, 14 EBAC, 2 EBCA', 'E'],
  ])('%s', (_name, options, counts, winners) => {
    expect(orderOf(count(options, ballots(counts))).split(' ')[0]).toBe(winners);
  });

  it('shows the matrix and the paths of the 45 voters', () => {
    const { pairwise, optionIds } = count(
      'ABCDE',
      ballots('5 ACBED, 5 ADECB, 8 BEDAC, 3 CABED, 7 CAEBD, 2 CBADE, 7 DCEBA, 8 EBADC'),
    );
    // In half votes: twice the numbers that are published.
    expect(pairwise.map((row) => row.map((votes) => votes / 2))).toEqual([
      [0, 20, 26, 30, 22],
      [25, 0, 16, 33, 18],
      [19, 29, 0, 17, 24],
      [15, 12, 28, 0, 14],
      [23, 27, 21, 31, 0],
    ]);
    const paths = strongestPaths(pairwise);
    expect(paths.strength.map((row) => row.map((votes) => votes / 2))).toEqual([
      [0, 28, 28, 30, 24],
      [25, 0, 28, 33, 24],
      [25, 29, 0, 29, 24],
      [25, 28, 28, 0, 24],
      [25, 28, 28, 31, 0],
    ]);
    const named = (path: number[] | null) => path?.map((index) => optionIds[index]).join('');
    expect(named(pathBetween(paths, 0, 1))).toBe('ADCB');
    expect(named(pathBetween(paths, 4, 2))).toBe('EDC');
    expect(
      pathBetween(
        strongestPaths([
          [0, 0],
          [0, 0],
        ]),
        0,
        1,
      ),
    ).toBeNull();
  });
});

describe('ties and half ballots', () => {
  it('breaks a tie by the lot, and says so', () => {
    const casts = ballots('3 ABCD, 2 CBDA, 2 DABC, 2 DBCA');
    expect(count('ABCD', casts, 'ADBC').chosen).toEqual(['D']);
    expect(count('ABCD', casts, 'BACD')).toMatchObject({
      chosen: ['B'],
      ties: [
        { optionIds: ['B', 'D'], brokenBy: ['lot'], isDecisive: true },
        { optionIds: ['A', 'C'], isDecisive: false },
      ],
    });
  });

  it('counts half a ballot half', () => {
    const split: CastChoice = { kind: 'split', halves: [rank('A>B'), rank('B>A')] };
    expect(count('AB', [split, rank('B>A')]).pairwise).toEqual([
      [0, 1],
      [3, 0],
    ]);
  });

  it('chooses nothing that nobody ranks', () => {
    expect(count('AB', [{ kind: 'ranking', ranks: [] }])).toMatchObject({
      outcome: 'nothing_approved',
      chosen: [],
    });
  });
});

describe('what Schulze proved of the method', () => {
  const OPTIONS = ['A', 'B', 'C', 'D'];
  /** Weak orders, now and then with options left out. */
  const someRanking = (options: readonly string[]) =>
    fc
      .tuple(
        fc.shuffledSubarray([...options], { minLength: 0 }),
        fc.array(fc.boolean(), { minLength: options.length, maxLength: options.length }),
      )
      .map(([order, isWithBefore]): Choice => {
        const ranks: string[][] = [];
        order.forEach((id, index) => {
          if (index > 0 && isWithBefore[index]) ranks.at(-1)!.push(id);
          else ranks.push([id]);
        });
        return { kind: 'ranking', ranks };
      });
  const someRankings = fc.array(someRanking(OPTIONS), { minLength: 1, maxLength: 9 });
  const layersBy = (result: ReturnType<typeof count>) =>
    new Map(result.ranking.map(({ optionId, layer }) => [optionId, layer]));

  it('chooses the Condorcet winner where there is one (section 4.7)', () => {
    fc.assert(
      fc.property(someRankings, (casts) => {
        const result = count('ABCD', casts);
        const { pairwise } = result;
        const winner = OPTIONS.findIndex((_, one) =>
          OPTIONS.every(
            (__, other) => one === other || pairwise[one]![other]! > pairwise[other]![one]!,
          ),
        );
        if (winner >= 0) expect(result.chosen).toEqual([OPTIONS[winner]]);
      }),
    );
  });

  it('turns round when all ballots are turned round (section 4.4)', () => {
    // Left out is last; turned round it has to stand first, so all options are ranked here.
    const full = (choice: Choice) => {
      const ranks = choice.kind === 'ranking' ? choice.ranks : [];
      const rest = OPTIONS.filter((id) => !ranks.flat().includes(id));
      return rest.length > 0 ? [...ranks, rest] : ranks;
    };
    fc.assert(
      fc.property(someRankings, (casts) => {
        const before = count('ABCD', casts).pairwise;
        const turned = casts.map((cast): Choice => ({
          kind: 'ranking',
          ranks: full(cast).toReversed(),
        }));
        const after = count('ABCD', turned).pairwise;
        const [there, back] = [strongestPaths(before).strength, strongestPaths(after).strength];
        OPTIONS.forEach((_, one) =>
          OPTIONS.forEach((__, other) => {
            const beats = there[one]![other]! > there[other]![one]!;
            expect(beats).toBe(back[other]![one]! > back[one]![other]!);
          }),
        );
      }),
    );
  });

  it('does not care for clones (section 4.6)', () => {
    fc.assert(
      fc.property(
        someRankings,
        fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
        (casts, flips) => {
          const cloned = casts.map((cast, voter): Choice => {
            if (cast.kind !== 'ranking') return cast;
            const ranks = cast.ranks.flatMap((equals) => {
              if (!equals.includes('D')) return [equals];
              return equals.length > 1
                ? [[...equals, 'X']]
                : [flips[voter] ? ['D', 'X'] : ['D'], ...(flips[voter] ? [] : [['X']])];
            });
            return { kind: 'ranking', ranks };
          });
          const before = layersBy(count('ABCD', casts));
          const after = layersBy(count('ABCDX', cloned));
          const isFirst = (layers: Map<string, number>, id: string) => layers.get(id) === 1;
          for (const id of ['A', 'B', 'C']) expect(isFirst(after, id)).toBe(isFirst(before, id));
          expect(isFirst(after, 'D') || isFirst(after, 'X')).toBe(isFirst(before, 'D'));
        },
      ),
    );
  });

  it('does not depend on the order of the ballots, nor does the order of the options matter', () => {
    fc.assert(
      fc.property(someRankings, fc.nat(), (casts, turn) => {
        const turned = [
          ...casts.slice(turn % casts.length),
          ...casts.slice(0, turn % casts.length),
        ];
        expect(count('ABCD', turned)).toEqual(count('ABCD', casts));
        expect(layersBy(count('DCBA', casts, 'ABCD'))).toEqual(layersBy(count('ABCD', casts)));
      }),
    );
  });

  it('always has a first', () => {
    fc.assert(
      fc.property(someRankings, (casts) => {
        const { pairwise } = count('ABCD', casts);
        expect(layersOf(strongestPaths(pairwise).strength)).toContain(1);
      }),
    );
  });
});
