import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandomBytes } from '../../../tests/factories/random';
import { randomIndex, secureRandomBytes, shuffled, type RandomBytes } from './random';

const uint32 = (...numbers: number[]): RandomBytes => {
  const left = [...numbers];
  return () => {
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setUint32(0, left.shift()!);
    return bytes;
  };
};

describe('a random index', () => {
  it('is below the limit, and every index comes up', () => {
    const drawn = Array.from({ length: 400 }, () => randomIndex(7, secureRandomBytes));
    expect(new Set(drawn)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6]));
  });

  it('draws again where the remainder would favour small numbers', () => {
    expect(randomIndex(3, uint32(2 ** 32 - 1, 5))).toBe(2);
  });

  it('refuses a limit without numbers below it', () => {
    expect(() => randomIndex(0, secureRandomBytes)).toThrow(RangeError);
  });
});

describe('a shuffled copy', () => {
  it('has the same items, and leaves the original alone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.nat(), (items, seed) => {
        const before = [...items];
        const order = shuffled(items, seededRandomBytes(seed));
        const ascending = (a: number, b: number) => a - b;
        expect([...order].sort(ascending)).toEqual([...items].sort(ascending));
        expect(items).toEqual(before);
      }),
    );
  });

  it('comes in each order about equally often', () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 6_000; seed += 1) {
      const order = shuffled(['a', 'b', 'c'], seededRandomBytes(seed)).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  });
});
