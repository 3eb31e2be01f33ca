import { expect, it } from 'vitest';
import { openSecret, sealSecret } from './sealed-secret.server';

const pepper = Buffer.alloc(32, 7);
const secret = new Uint8Array(20).fill(9);

it('opens for what it was sealed for, and for nothing else', () => {
  const sealed = sealSecret(pepper, 'app/anna', secret);
  expect(openSecret(pepper, 'app/anna', sealed)).toEqual(secret);
  expect(openSecret(pepper, 'app/ben', sealed)).toBeNull();
  expect(openSecret(Buffer.alloc(32, 8), 'app/anna', sealed)).toBeNull();
});

it('looks different every time, and opens only whole and unchanged', () => {
  const sealed = sealSecret(pepper, 'app/anna', secret);
  expect(sealSecret(pepper, 'app/anna', secret)).not.toEqual(sealed);
  for (let length = 0; length < sealed.length; length += 1)
    expect(openSecret(pepper, 'app/anna', sealed.subarray(0, length))).toBeNull();
  for (let index = 0; index < sealed.length; index += 1) {
    const changed = Buffer.from(sealed);
    changed[index]! ^= 1;
    expect(openSecret(pepper, 'app/anna', changed)).toBeNull();
  }
});
