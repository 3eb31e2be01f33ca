import { argon2Sync, hkdfSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64url, toBase64url } from '$lib/platform/base64url';
import { secureRandomBytes } from '$lib/platform/random';
import {
  CURRENT_COST,
  isOutdated,
  MINIMUM_MEMORY_KIB,
  newStretchParameters,
  stretchParameters,
  type StretchParameters,
} from './parameters';
import { hashSignInSecret, signInSecret } from './sign-in-secret';
import { passwordBytes, stretchPassword } from './stretch';
import { estimatedFraction } from './stretcher';

const fixedSalt = toBase64url(new Uint8Array(16).fill(7));
const parameters: StretchParameters = { ...CURRENT_COST, salt: fixedSalt };
const cheapest = { ...parameters, memoryKiB: MINIMUM_MEMORY_KIB, passes: 1 };

const wrapSomething = async (wrappingKey: CryptoKey) => {
  const content = await crypto.subtle.importKey('raw', new Uint8Array(32), 'AES-GCM', true, [
    'encrypt',
  ]);
  const aes = { name: 'AES-GCM', iv: new Uint8Array(12) };
  return toBase64url(new Uint8Array(await crypto.subtle.wrapKey('raw', content, wrappingKey, aes)));
};

describe('stretching a password', () => {
  it('gives the same two values every time: a later version must not lock anybody out', async () => {
    const { signInSecret: secret, wrappingKey } = await stretchPassword(
      'Gänse am Deich',
      parameters,
    );
    expect(secret).toMatchInlineSnapshot(`"Fih_tB__JYTbsEEGJNtIvnZ9OCdEGD95AQcD1I5snc0"`);
    expect(await wrapSomething(wrappingKey)).toMatchInlineSnapshot(
      `"ESZcNsS-7I2GYjLSf_YvLU0m90NIXphMob56srTeBq4b1TZiqG9UN37e3-ldBhly"`,
    );
  });

  it('gives what OpenSSL computes from the same steps', async () => {
    const argon2id = argon2Sync('argon2id', {
      message: 'Gänse am Deich',
      nonce: new Uint8Array(16).fill(7),
      ...{ memory: 65_536, passes: 3, parallelism: 1, tagLength: 32 },
    });
    const label = 'werkraum/password/1/sign-in-secret';
    const secret = Buffer.from(hkdfSync('sha256', argon2id, '', label, 32));
    const stretched = await stretchPassword('Gänse am Deich', parameters);
    expect(stretched.signInSecret).toBe(secret.toString('base64url'));
  });

  it('gives values that differ with the password, the salt and the cost, and from each other', async () => {
    const otherSalt = toBase64url(new Uint8Array(16).fill(8));
    const all = await Promise.all([
      stretchPassword('Gänse am Deich', cheapest),
      stretchPassword('Gänse am Teich', cheapest),
      stretchPassword('Gänse am Deich ', cheapest),
      stretchPassword('Gänse am Deich', { ...cheapest, salt: otherSalt }),
      stretchPassword('Gänse am Deich', { ...cheapest, passes: 2 }),
    ]);
    expect(new Set(all.map((one) => one.signInSecret)).size).toBe(all.length);
    const wrapped = await Promise.all(all.map((one) => wrapSomething(one.wrappingKey)));
    expect(new Set(wrapped).size).toBe(all.length);
  });

  it('keeps the wrapping key unreadable', async () => {
    const { wrappingKey } = await stretchPassword('Gänse am Deich', cheapest);
    expect(wrappingKey).toMatchObject({ extractable: false, algorithm: { length: 256 } });
    await expect(crypto.subtle.exportKey('raw', wrappingKey)).rejects.toThrow();
  });

  it('reads a password alike from every keyboard', () => {
    expect(passwordBytes('Gänse')).toEqual(passwordBytes('Ga\u0308nse'));
    expect(passwordBytes('Ｇänse')).toEqual(passwordBytes('Gänse'));
    expect(passwordBytes(' a')).not.toEqual(passwordBytes('a'));
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (password) => {
        const bytes = passwordBytes(password);
        expect(passwordBytes(password.normalize('NFD'))).toEqual(bytes);
        expect(passwordBytes(password.normalize('NFC'))).toEqual(bytes);
      }),
    );
  });

  it('says how long it will take', async () => {
    const expected: number[] = [];
    await stretchPassword('x', cheapest, {
      onExpectedMilliseconds: (milliseconds) => expected.push(milliseconds),
    });
    expect(expected).toHaveLength(1);
    expect(expected[0]).toBeGreaterThan(0);
  });

  it.each([
    ['less memory than the floor', { memoryKiB: MINIMUM_MEMORY_KIB - 1 }],
    ['no pass', { passes: 0 }],
    ['half a pass', { passes: 1.5 }],
    ['so much that the device would stand still', { passes: 1_000 }],
    ['a short salt', { salt: 'AAAAAAAAAAA' }],
    ['a salt in another spelling', { salt: `${fixedSalt}==` }],
    ['another algorithm', { algorithm: 'argon2i' }],
    ['a later version', { version: 2 }],
    ['something unknown beside', { pepper: 'x' }],
  ])('refuses %s', async (_, change) => {
    const refused = { ...parameters, ...change } as StretchParameters;
    await expect(stretchPassword('Gänse am Deich', refused)).rejects.toMatchObject({
      appCode: 'weak_or_unknown_stretching',
    });
  });

  it('refuses an empty password', async () => {
    await expect(stretchPassword('', parameters)).rejects.toMatchObject({
      appCode: 'password_empty',
    });
  });
});

describe('parameters', () => {
  it('are fresh for each password, and at least what OWASP asks', () => {
    const [one, other] = [
      newStretchParameters(secureRandomBytes),
      newStretchParameters(secureRandomBytes),
    ];
    expect(stretchParameters.parse(one)).toEqual(one);
    expect(one.salt).not.toBe(other.salt);
    expect(one).toMatchObject({ memoryKiB: 65_536, passes: 3, lanes: 1 });
  });

  it('are outdated when they cost less than the current ones', () => {
    expect(isOutdated(parameters)).toBe(false);
    expect(isOutdated(cheapest)).toBe(true);
    expect(isOutdated({ ...parameters, memoryKiB: 131_072 })).toBe(false);
  });
});

describe('the sign-in secret', () => {
  it('is 256 bits in one spelling only', () => {
    const secret = toBase64url(new Uint8Array(32).fill(255));
    expect(signInSecret.parse(secret)).toBe(secret);
    for (const wrong of [
      '',
      secret.slice(1),
      `${secret}A`,
      `${secret.slice(0, -1)}_`,
      'Passwort!',
    ]) {
      expect(signInSecret.safeParse(wrong).success).toBe(false);
    }
  });

  it('is kept as its SHA-256', async () => {
    // FIPS 180-4 has no example of 32 zero bytes; sha256sum gives this one.
    const hash = await hashSignInSecret(toBase64url(new Uint8Array(32)));
    expect(Buffer.from(fromBase64url(hash)!).toString('hex')).toBe(
      '66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925',
    );
    await expect(hashSignInSecret('Passwort!')).rejects.toThrow(TypeError);
  });
});

it('an estimate moves forward and never claims to be done', () => {
  const moments = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 2 });
  fc.assert(
    fc.property(moments, fc.integer({ min: 0, max: 5_000 }), (elapsed, expected) => {
      const shown = elapsed
        .sort((a, b) => a - b)
        .map((moment) => estimatedFraction(moment, expected));
      expect(shown).toEqual([...shown].sort((a, b) => a - b));
      expect(Math.min(...shown)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...shown)).toBeLessThan(1);
    }),
  );
});
