import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { optionId } from '../../../tests/factories/ballot';
import { seededRandomBytes } from '../../../tests/factories/random';
import { secureRandomBytes } from '$lib/platform/random';
import { drawLot, isPromisedLot, lotHash, lotText } from './lot';

const optionIds = [1, 2, 3, 4].map(optionId);

describe('the lot', () => {
  it('draws every option once, whatever order they were entered in', () => {
    fc.assert(
      fc.property(fc.nat(), fc.shuffledSubarray(optionIds, { minLength: 4 }), (seed, entered) => {
        const lot = drawLot(optionIds, seededRandomBytes(seed));
        expect([...lot.order].sort()).toEqual(optionIds);
        expect(drawLot(entered, seededRandomBytes(seed))).toEqual(lot);
      }),
    );
  });

  it('can be checked with any program that computes SHA-256', async () => {
    const lot = drawLot(optionIds, secureRandomBytes);
    const hash = createHash('sha256').update(lotText(lot)).digest('hex');
    expect(await lotHash(lot)).toBe(hash);
    expect(lotText(lot).split('\n')).toEqual([lot.salt, ...lot.order, '']);
  });

  it('has another hash each time, even for the same order', async () => {
    const lot = drawLot(optionIds, secureRandomBytes);
    const again = { ...lot, salt: drawLot(optionIds, secureRandomBytes).salt };
    expect(await lotHash(again)).not.toBe(await lotHash(lot));
  });

  it('is the promised one, or it is noticed', async () => {
    const lot = drawLot(optionIds, secureRandomBytes);
    const promised = await lotHash(lot);
    expect(await isPromisedLot(lot, promised, [...optionIds].reverse())).toBe(true);
    const [first, second, ...rest] = lot.order as [string, string];
    const swapped = { ...lot, order: [second, first, ...rest] };
    expect(await isPromisedLot(swapped, promised, optionIds)).toBe(false);
    expect(await isPromisedLot(lot, promised, [...optionIds, optionId(5)])).toBe(false);
  });
});
