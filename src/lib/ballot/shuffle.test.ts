import fc from 'fast-check';
import { expect, it } from 'vitest';
import { optionId } from '../../../tests/factories/ballot';
import { shuffledFor } from './shuffle';

const options = [1, 2, 3, 4].map((number) => ({ id: optionId(number) }));
const ids = (given: readonly { id: string }[]) => given.map(({ id }) => id);

it('a voter sees the same order again, whatever order the options are stored in', async () => {
  const stored = fc.shuffledSubarray(options, { minLength: options.length });
  await fc.assert(
    fc.asyncProperty(fc.uuid(), fc.uuid(), stored, async (ballotId, voterKey, mixed) => {
      const order = await shuffledFor(options, { ballotId, voterKey });
      expect(ids(order).sort()).toEqual(ids(options));
      expect(await shuffledFor(mixed, { ballotId, voterKey })).toEqual(order);
    }),
  );
});

it('each option comes first about equally often, and ballots differ', async () => {
  const firsts = new Map<string, number>();
  for (let voter = 0; voter < 2_000; voter += 1) {
    const [first] = await shuffledFor(options, { ballotId: 'x', voterKey: String(voter) });
    firsts.set(first!.id, (firsts.get(first!.id) ?? 0) + 1);
  }
  expect(firsts.size).toBe(options.length);
  for (const count of firsts.values()) expect(Math.abs(count - 500)).toBeLessThan(100);

  const orders = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      shuffledFor(options, { ballotId: String(index), voterKey: 'v' }),
    ),
  );
  expect(new Set(orders.map((order) => ids(order).join())).size).toBeGreaterThan(10);
});
