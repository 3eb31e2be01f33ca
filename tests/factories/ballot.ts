import fc from 'fast-check';
import type { CastChoice, Choice } from '$lib/ballot/choice';
import type { OptionFacts } from '$lib/ballot/count/tie';

/** The id of the n-th option: readable in a failing test, and a valid UUID. */
export const optionId = (number: number) =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** Options with ids 1 to `count` and some minutes each, few enough to make ties. */
export const someOptions = (count = { min: 2, max: 8 }): fc.Arbitrary<OptionFacts[]> =>
  fc
    .array(fc.constantFrom(15, 30, 30, 45, 60), { minLength: count.min, maxLength: count.max })
    .map((minutes) => minutes.map((each, index) => ({ id: optionId(index + 1), minutes: each })));

/** One approval ballot over the options, now and then an abstention. */
export const someApproval = (options: readonly OptionFacts[]): fc.Arbitrary<Choice> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant<Choice>({ kind: 'abstention' }) },
    {
      weight: 6,
      arbitrary: fc
        .subarray(options.map(({ id }) => id))
        .map((approved): Choice => ({ kind: 'approval', approved })),
    },
  );

/** Cast ballots of teams: whole ones, now and then a split one. */
export const someCasts = (
  options: readonly OptionFacts[],
  maxLength = 12,
): fc.Arbitrary<CastChoice[]> => {
  const one = someApproval(options);
  const split = fc.tuple(one, one).map((halves): CastChoice => ({ kind: 'split', halves }));
  const cast = fc.oneof({ weight: 5, arbitrary: one }, { weight: 1, arbitrary: split });
  return fc.array<CastChoice>(cast, { maxLength });
};
