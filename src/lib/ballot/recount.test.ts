import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { optionId, someOptions } from '../../../tests/factories/ballot';
import { seededRandomBytes } from '../../../tests/factories/random';
import { shuffled } from '$lib/platform/random';
import type { CastChoice, Choice } from './choice';
import { kindOf } from './choice-rules';
import { countBallot } from './count/ballot';
import type { OptionFacts } from './count/tie';
import { countElection, readElection } from './file/count-file';
import { withDecimals } from './file/election';
import type { MethodSettings } from './method';
import { recountOptions, toPabulib } from './pabulib';

// Whoever takes the .pb file of a result and counts it comes to the chosen ones of the page.

const someNumbers = fc.array(fc.nat(5), { minLength: 8, maxLength: 8 });

function choiceOf(settings: MethodSettings, options: readonly OptionFacts[], numbers: number[]) {
  const given = options.map(({ id }, index) => [id, numbers[index]!] as const);
  const kind = kindOf(settings);
  if (numbers[7] === 5) return { kind: 'abstention' } as const;
  if (kind === 'approval')
    return { kind, approved: given.filter(([, number]) => number > 2).map(([id]) => id) };
  if (kind === 'points')
    return { kind, points: Object.fromEntries(given.filter(([, number]) => number > 0)) };
  return { kind: 'scores', scores: Object.fromEntries(given) } as const;
}

const minutes = { places: null, budgetMinutes: 120 };
const shares = (changes: object): MethodSettings =>
  ({
    method: 'equal-shares',
    budgetMinutes: 150,
    utility: 'cost',
    points: null,
    pointsPerOption: null,
    completion: 'add1u',
    incrementMinutesPerVoter: 1,
    isIntegral: false,
    tieBreaking: 'cost-then-approvals',
    ...changes,
  }) as MethodSettings;
const points = { points: 40, pointsPerOption: 5 };

describe.each<[string, MethodSettings]>([
  ['approval, minutes', { method: 'approval', ...minutes }],
  ['approval, places', { method: 'approval', places: 2, budgetMinutes: null }],
  ['dots', { method: 'dots', ...points, ...minutes }],
  ['score', { method: 'score', places: 1, budgetMinutes: null }],
  ['equal shares', shares({})],
  ['equal shares by number', shares({ utility: 'count', completion: 'add1' })],
  ['equal shares by points', shares({ utility: 'points', ...points, completion: 'none' })],
  ['equal shares, approvals first', shares({ tieBreaking: 'approvals-then-cost' })],
  ['equal shares in steps of three', shares({ incrementMinutesPerVoter: 3 })],
])('the .pb file of %s', (_name, settings) => {
  it('gives the result of the page', () => {
    fc.assert(
      fc.property(
        someOptions({ min: 2, max: 6 }),
        fc.array(fc.tuple(someNumbers, fc.option(someNumbers, { freq: 5 })), {
          minLength: 1,
          maxLength: 8,
        }),
        fc.nat(),
        (facts, votes, seed) => {
          const casts = votes.map(([one, other]): CastChoice => {
            const whole: Choice = choiceOf(settings, facts, one);
            if (other === null) return whole;
            return { kind: 'split', halves: [whole, choiceOf(settings, facts, other)] };
          });
          const ids = facts.map(({ id }) => id);
          const lotOrder = shuffled(ids, seededRandomBytes(seed));
          const result = countBallot({
            options: facts,
            settings,
            casts,
            eligible: casts.length,
            quorumPercent: null,
            lotOrder,
          });
          const file = toPabulib(
            {
              title: 'Themen',
              organisation: 'Träger',
              cohort: 'A',
              language: 'de',
              timeZone: 'Europe/Berlin',
              openedAt: new Date(0),
              closedAt: new Date(1),
              settings,
              options: facts.map((option) => ({ ...option, title: option.id })),
              chosen: result.chosen,
              lotOrder,
            },
            casts.map((choice) => ({ choice })),
            seededRandomBytes(seed + 1),
          )!;
          const isDoubled = casts.some(({ kind }) => kind === 'split');
          expect(recounted(file, settings, isDoubled)).toEqual(result.chosen);
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** As the command counts it with the options that the file names. */
function recounted(text: string, settings: MethodSettings, isDoubled: boolean): string[] {
  const options = recountOptions(settings, isDoubled);
  expect(text).toContain(`Recount: npm run -s count -- FILE ${options.join(' ')}`);
  const file = withDecimals(readElection('votes.pb', text), 1);
  const wishes =
    settings.method === 'equal-shares'
      ? {
          utility: settings.utility,
          completion: settings.completion,
          tieBreaking: settings.tieBreaking,
          incrementMinutesPerVoter: Number(options[options.indexOf('--increment') + 1]) * 10,
        }
      : {};
  const { chosen } = countElection(file, settings.method as 'approval', wishes);
  return chosen.map((number) => optionId(Number(number)));
}
