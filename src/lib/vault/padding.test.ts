import fc from 'fast-check';
import { expect, it } from 'vitest';
import { padded, paddedLength, unpadded } from './padding';

it('comes off again, whatever the text ends with', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2_000 }), (plain) => {
      const bytes = padded(plain);
      expect(unpadded(bytes)).toEqual(Uint8Array.from(plain));
      expect(bytes.length).toBe(paddedLength(plain.length + 1));
    }),
  );
});

it('adds at most an eighth above the smallest length, and never shortens', () => {
  fc.assert(
    fc.property(fc.integer({ min: 257, max: 5_000_000 }), (length) => {
      expect(paddedLength(length)).toBeGreaterThanOrEqual(length);
      expect(paddedLength(length)).toBeLessThanOrEqual(length * 1.125);
    }),
  );
});

it.each([new Uint8Array(8), new Uint8Array(0), Uint8Array.of(1, 0)])('refuses %j', (bytes) => {
  expect(() => unpadded(bytes)).toThrow('vault_damaged');
});
