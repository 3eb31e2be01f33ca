import { argon2Sync } from 'node:crypto';
import { argon2id as nobleArgon2id } from '@noble/hashes/argon2.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { argon2idInJavaScript, argon2idInWebAssembly, isWebAssemblyUsable } from './argon2id';

const text = new TextEncoder();
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const filled = (length: number, value: number) => new Uint8Array(length).fill(value);

describe('Argon2id', () => {
  it('gives the tag of RFC 9106 §5.3 (secret and associated data: only the library below takes them)', () => {
    const tag = nobleArgon2id(filled(32, 1), filled(16, 2), {
      ...{ m: 32, t: 3, p: 4, dkLen: 32 },
      key: filled(8, 3),
      personalization: filled(12, 4),
    });
    expect(hex(tag)).toBe('0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659');
  });

  // phc-winner-argon2, src/test.c, version 0x13
  it.each([
    [2, 65_536, 1, 'password', '09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7'],
    [2, 256, 1, 'password', '9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe'],
    [2, 256, 2, 'password', '6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037'],
  ])(
    'gives the tag of the reference implementation: %i passes, %i KiB, %i lanes',
    async (...row) => {
      const [passes, memoryKiB, lanes, password, tag] = row;
      const cost = { passes, memoryKiB, lanes, length: 32 };
      const input = { ...cost, password: text.encode(password), salt: text.encode('somesalt') };
      expect(hex(await argon2idInWebAssembly(input))).toBe(tag);
      expect(hex(argon2idInJavaScript(input))).toBe(tag);
    },
  );

  it('is the same in WebAssembly, in JavaScript and in OpenSSL', async () => {
    const input = fc.record({
      password: fc.uint8Array({ minLength: 1, maxLength: 80 }),
      salt: fc.uint8Array({ minLength: 16, maxLength: 64 }),
      memoryKiB: fc.integer({ min: 32, max: 512 }),
      passes: fc.integer({ min: 1, max: 4 }),
      lanes: fc.integer({ min: 1, max: 4 }),
      length: fc.constant(32),
    });
    await fc.assert(
      fc.asyncProperty(input, async (given) => {
        const openssl = argon2Sync('argon2id', {
          message: given.password,
          nonce: given.salt,
          parallelism: given.lanes,
          tagLength: given.length,
          memory: given.memoryKiB,
          passes: given.passes,
        });
        expect(hex(await argon2idInWebAssembly(given))).toBe(hex(openssl));
        expect(hex(argon2idInJavaScript(given))).toBe(hex(openssl));
      }),
      { numRuns: 40 },
    );
  });

  it('tells how far it is in JavaScript', () => {
    const fractions: number[] = [];
    const input = { password: filled(8, 1), salt: filled(16, 2), length: 32 };
    argon2idInJavaScript({ ...input, memoryKiB: 1024, passes: 2, lanes: 1 }, (fraction) =>
      fractions.push(fraction),
    );
    expect(fractions.length).toBeGreaterThan(3);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(fractions.at(-1)).toBe(1);
  });

  it('sees that WebAssembly is switched off', async () => {
    expect(await isWebAssemblyUsable()).toBe(true);
    const compile = WebAssembly.compile;
    WebAssembly.compile = () => Promise.reject(new Error('blocked by policy'));
    try {
      expect(await isWebAssemblyUsable()).toBe(false);
    } finally {
      WebAssembly.compile = compile;
    }
  });
});
