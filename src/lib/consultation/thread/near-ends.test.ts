import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NearEnds } from './near-ends.svelte';

const parts = fc.array(fc.integer({ min: 1, max: 80 }), { minLength: 1, maxLength: 8 });

/** How many entries stand at the beginning and at the end of each part. */
function spread(lengths: number[], near: NearEnds) {
  let offset = 0;
  return lengths.map((length) => {
    const { first, last } = near.of(offset, length);
    offset += length;
    return { first, last, length };
  });
}

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);

it('puts both ends of a long thread into the page, nothing twice, and all of it when asked', () => {
  fc.assert(
    fc.property(parts, (lengths) => {
      const count = sum(lengths);
      const near = new NearEnds(() => count);
      const begun = spread(lengths, near);
      for (const { first, last, length } of begun) expect(first + last).toBeLessThanOrEqual(length);
      expect(sum(begun.map(({ first, last }) => first + last))).toBe(Math.min(count, 40));
      expect(begun[0]!.first + begun[0]!.last).toBeGreaterThan(0);
      expect(begun.at(-1)!.first + begun.at(-1)!.last).toBeGreaterThan(0);
      near.complete();
      for (const { first, last, length } of spread(lengths, near))
        expect(first + last).toBe(length);
    }),
  );
});
