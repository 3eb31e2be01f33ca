import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandomBytes } from '../../../tests/factories/random';
import { secureRandomBytes } from '$lib/platform/random';
import { entryIdOf, newReceipt, readReceipt } from './receipt';

const ballotId = '0190a1b2-0000-7000-8000-000000000001';
const someReceipt = fc.nat().map((seed) => newReceipt(seededRandomBytes(seed)));

describe('a receipt', () => {
  it('is written in seven groups of four signs that nobody confuses', () => {
    fc.assert(
      fc.property(someReceipt, (receipt) => {
        expect(receipt).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
      }),
    );
  });

  it('carries 128 bits: the smallest and the largest are read as well', () => {
    const filled = (value: number) => newReceipt((length) => new Uint8Array(length).fill(value));
    expect(filled(0)).toMatch(/^0000-0000-0000-0000-0000-0000-00/);
    expect(filled(255)).toMatch(/^7ZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZ/);
    expect(readReceipt(filled(0))).toBe(filled(0));
    expect(readReceipt(filled(255))).toBe(filled(255));
    expect(newReceipt(secureRandomBytes)).not.toBe(newReceipt(secureRandomBytes));
  });

  it('is read however it is typed', () => {
    fc.assert(
      fc.property(someReceipt, (receipt) => {
        const typed = [
          receipt.toLowerCase(),
          receipt.replaceAll('-', ''),
          ` ${receipt.replaceAll('-', '  ')} `,
          receipt.replaceAll('0', 'o').replaceAll('1', 'l'),
          receipt.replaceAll('1', 'I'),
        ];
        for (const one of typed) expect(readReceipt(one)).toBe(receipt);
      }),
    );
  });

  it('notices one wrong sign, and any two swapped', () => {
    const sign = fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ');
    const anywhere = fc.integer({ min: 0, max: 27 });
    const place = fc.integer({ min: 0, max: 25 });
    fc.assert(
      fc.property(someReceipt, anywhere, sign, place, place, (receipt, at, wrong, one, other) => {
        const signs = [...receipt.replaceAll('-', '')];
        if (signs[at] !== wrong) expect(readReceipt(signs.with(at, wrong).join(''))).toBeNull();
        if (signs[one] === signs[other]) return;
        const swapped = signs.with(one, signs[other]!).with(other, signs[one]!);
        expect(readReceipt(swapped.join(''))).toBeNull();
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(['', 'hallo', 'ABCD-EFGH', '8'.repeat(28), 'Ü'.repeat(28)])(
    '%s is none',
    async (typed) => {
      expect(readReceipt(typed)).toBeNull();
      await expect(entryIdOf(typed, ballotId)).rejects.toThrow(RangeError);
    },
  );
});

describe('the entry id', () => {
  it('comes from the receipt and the ballot, one-way', async () => {
    const bytes = seededRandomBytes(1)(16);
    const receipt = newReceipt(seededRandomBytes(1));
    const digest = createHash('sha256')
      .update(`werkraum/ballot-box-entry/1/${ballotId}/`)
      .update(bytes)
      .digest('hex');
    expect(await entryIdOf(receipt, ballotId)).toBe(digest.slice(0, 32));
    expect(await entryIdOf(receipt.toLowerCase(), ballotId)).toBe(digest.slice(0, 32));
    expect(await entryIdOf(receipt, 'another ballot')).not.toBe(digest.slice(0, 32));
  });
});
