import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId, randomId } from './id';

const shape = (version: number) =>
  new RegExp(`^[0-9a-f]{8}-[0-9a-f]{4}-${version}[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`);

describe('an id that sorts by time', () => {
  it('carries the moment in its first 48 bits, as RFC 9562 §5.7 says', () => {
    // The example of RFC 9562, appendix A.6: 22 February 2022, 14:22:22.00 at UTC-5.
    expect(newId(new Date(1_645_557_742_000))).toMatch(/^017f22e2-79b0-7/);
    const moment = fc.date({ min: new Date(0), max: new Date(2 ** 48 - 1), noInvalidDate: true });
    fc.assert(
      fc.property(moment, (at) => {
        const id = newId(at);
        expect(id).toMatch(shape(7));
        expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(at.getTime());
      }),
    );
  });

  it('sorts as it was made, also within one millisecond', () => {
    const at = new Date('2026-03-01T12:00:00Z');
    const ids = Array.from({ length: 4_000 }, () => newId(at));
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(ids);
    expect(newId(new Date(at.getTime() + 1)) > ids.at(-1)!).toBe(true);
  });
});

describe('an id that tells no time', () => {
  it('is random in every bit that a version 4 leaves free', () => {
    const ids = Array.from({ length: 2_000 }, randomId);
    for (const id of ids) expect(id).toMatch(shape(4));
    expect(new Set(ids).size).toBe(ids.length);
    const isSorted = ids.every((id, index) => index === 0 || ids[index - 1]! < id);
    expect(isSorted).toBe(false);
    for (const place of [0, 5, 10, 20, 35]) {
      expect(new Set(ids.map((id) => id[place])).size).toBe(16);
    }
  });
});
