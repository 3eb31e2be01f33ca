import fc from 'fast-check';
import { expect, it } from 'vitest';
import { optionId, someOptions } from '../../../tests/factories/ballot';
import { seededRandomBytes } from '../../../tests/factories/random';
import { shuffled } from '$lib/platform/random';
import type { CastChoice, Choice } from './choice';
import { countBallot } from './count/ballot';
import type { RankedResult } from './count/ranked';
import type { OptionFacts } from './count/tie';
import { countElection, readElection } from './file/count-file';
import type { MethodSettings } from './method';
import { toPreflib } from './preflib';

const ranked: MethodSettings = { method: 'ranked', places: 2, budgetMinutes: null };

function fileOf(
  options: readonly OptionFacts[],
  casts: readonly CastChoice[],
  lotOrder: string[],
  settings = ranked,
) {
  return toPreflib(
    {
      title: 'Themen',
      organisation: 'Träger',
      cohort: 'A',
      language: 'de',
      timeZone: 'Europe/Berlin',
      openedAt: new Date(0),
      closedAt: new Date(1),
      settings,
      options: options.map((option) => ({ ...option, title: option.id })),
      chosen: [],
      lotOrder,
    },
    casts.map((choice) => ({ choice })),
    'ballot-1970-01-01.toi',
  );
}

const three = [1, 2, 3].map((number) => ({ id: optionId(number), minutes: null }));
const [a, b, c] = three.map(({ id }) => id) as [string, string, string];
const ranking = (...ranks: string[][]): Choice => ({ kind: 'ranking', ranks });
const votesOf = (file: string | null) => file!.split('\n').filter((line) => /^\d/.test(line));

it('writes equal orders once, the most frequent first, and no abstention', () => {
  const casts = [ranking([b, a], [c]), ranking([c]), { kind: 'abstention' } as const];
  const file = fileOf(three, [...casts, ranking([c]), ranking()], [a, b, c]);
  expect(votesOf(file)).toEqual(['2: 3', '1: {1,2,3}', '1: {1,2},3']);
  expect(file).toContain('# NUMBER VOTERS: 4\n');
});

it('writes each voter twice where one ballot was split', () => {
  const split = { kind: 'split', halves: [ranking([a]), ranking([b])] } as const;
  const casts = [split as CastChoice, ranking([c])];
  expect(votesOf(fileOf(three, casts, [a, b, c]))).toEqual(['2: 3', '1: 1', '1: 2']);
});

it('is not there for what is no order', () => {
  const settings: MethodSettings = { method: 'score', places: 1, budgetMinutes: null };
  expect(fileOf(three, [], [a, b, c], settings)).toBeNull();
});

/** A place for each option; 0 leaves it out. */
const somePlaces = fc.array(fc.nat(4), { minLength: 8, maxLength: 8 });

function rankingBy(options: readonly OptionFacts[], places: number[]): Choice {
  const [, ...last] = places;
  if (last.every((place) => place === 4)) return { kind: 'abstention' };
  const ranks = [1, 2, 3, 4].map((place) =>
    options.filter((_option, index) => places[index] === place).map(({ id }) => id),
  );
  return { kind: 'ranking', ranks: ranks.filter((equals) => equals.length > 0) };
}

it('gives the order of the page to whoever counts it again', () => {
  fc.assert(
    fc.property(
      someOptions({ min: 2, max: 6 }),
      fc.array(fc.tuple(somePlaces, fc.option(somePlaces, { freq: 5 })), {
        minLength: 1,
        maxLength: 8,
      }),
      fc.nat(),
      (options, votes, seed) => {
        const casts = votes.map(([one, other]): CastChoice => {
          const whole = rankingBy(options, one);
          return other ? { kind: 'split', halves: [whole, rankingBy(options, other)] } : whole;
        });
        const lotOrder = shuffled(
          options.map(({ id }) => id),
          seededRandomBytes(seed),
        );
        const counting = { options, settings: ranked, casts, quorumPercent: null, lotOrder };
        const result = countBallot({ ...counting, eligible: casts.length }) as RankedResult;
        const file = readElection('votes.toi', fileOf(options, casts, lotOrder)!);
        const again = countElection(file, 'ranked', {}) as RankedResult;
        expect(file.remarks).toEqual([]);
        const titleOf = (id: string) => file.options.find((option) => option.id === id)!.title;
        const orderOf = ({ ranking: order }: RankedResult) =>
          order.map(({ optionId: id, layer }) => [id, layer]);
        expect(orderOf(again).map(([id, layer]) => [titleOf(String(id)), layer])).toEqual(
          orderOf(result),
        );
      },
    ),
    { numRuns: 300 },
  );
});
