import fc from 'fast-check';
import { expect, it } from 'vitest';
import { secureRandomBytes } from '$lib/platform/random';
import { CURRENT_COST, newStretchParameters, stretchParameters } from './parameters';
import { parametersForUnknownAddress } from './unknown-address';

const pepper = new Uint8Array(32).fill(9);
const earlierCost = { ...CURRENT_COST, memoryKiB: 47_104, passes: 1 };

it('an unknown address gets the same parameters every time, however it is written', async () => {
  const first = await parametersForUnknownAddress(pepper, 'niemand@stadt-ahlen.de');
  expect(await parametersForUnknownAddress(pepper, ' Niemand@Stadt-Ahlen.DE ')).toEqual(first);
  expect(
    await parametersForUnknownAddress(new Uint8Array(32), 'niemand@stadt-ahlen.de'),
  ).not.toEqual(first);
});

it('they look like those of an account', async () => {
  const real = newStretchParameters(secureRandomBytes);
  await fc.assert(
    fc.asyncProperty(fc.emailAddress(), async (address) => {
      const madeUp = await parametersForUnknownAddress(pepper, address);
      expect(stretchParameters.parse(madeUp)).toEqual(madeUp);
      expect(Object.keys(madeUp)).toEqual(Object.keys(real));
      expect(madeUp.salt).toHaveLength(real.salt.length);
    }),
  );
});

it('different addresses get different salts', async () => {
  const addresses = Array.from({ length: 200 }, (_, index) => `person${index}@example.org`);
  const all = await Promise.all(addresses.map((one) => parametersForUnknownAddress(pepper, one)));
  expect(new Set(all.map(({ salt }) => salt)).size).toBe(addresses.length);
});

it('while accounts with an earlier cost exist, some unknown addresses show it too, and keep it', async () => {
  const addresses = Array.from({ length: 200 }, (_, index) => `person${index}@example.org`);
  const costs = [earlierCost, CURRENT_COST];
  for (const address of addresses) {
    const before = await parametersForUnknownAddress(pepper, address, [earlierCost]);
    const during = await parametersForUnknownAddress(pepper, address, costs);
    const reordered = await parametersForUnknownAddress(pepper, address, [...costs].reverse());
    expect(reordered).toEqual(during);
    if (during.passes === earlierCost.passes) expect(during).toEqual(before);
  }
  const passes = await Promise.all(
    addresses.map(async (one) => (await parametersForUnknownAddress(pepper, one, costs)).passes),
  );
  const shareOfEarlier = passes.filter((count) => count === 1).length / passes.length;
  expect(shareOfEarlier).toBeGreaterThan(0.3);
  expect(shareOfEarlier).toBeLessThan(0.7);
});

it('refuses a pepper that could be guessed', async () => {
  await expect(parametersForUnknownAddress(new Uint8Array(8), 'a@b.de')).rejects.toThrow(TypeError);
});
