import { describe, expect, it } from 'vitest';
import { hkdfSha256 } from './hkdf';

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));
const range = (from: number, to: number) =>
  Uint8Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('HKDF-SHA256 gives the outputs of RFC 5869, appendix A', () => {
  it.each([
    {
      test: 'A.1, basic',
      inputKeyMaterial: bytes('0b'.repeat(22)),
      salt: range(0x00, 0x0c),
      label: range(0xf0, 0xf9),
      output:
        '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
    },
    {
      test: 'A.2, longer inputs and output',
      inputKeyMaterial: range(0x00, 0x4f),
      salt: range(0x60, 0xaf),
      label: range(0xb0, 0xff),
      output:
        'b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87',
    },
    {
      test: 'A.3, neither salt nor label',
      inputKeyMaterial: bytes('0b'.repeat(22)),
      salt: bytes(''),
      label: bytes(''),
      output:
        '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8',
    },
  ])('$test', async ({ inputKeyMaterial, salt, label, output }) => {
    const hkdf = await hkdfSha256(inputKeyMaterial);
    const derived = await hkdf.bytes(label, output.length / 2, salt);
    expect(Buffer.from(derived).toString('hex')).toBe(output);
  });
});

it('derives a wrapping key that cannot be read, with the bits that HKDF gives', async () => {
  const label = new TextEncoder().encode('wrapping');
  const hkdf = await hkdfSha256(bytes('07'.repeat(32)));
  const wrappingKey = await hkdf.wrappingKey(label);
  expect(wrappingKey.extractable).toBe(false);
  await expect(crypto.subtle.exportKey('raw', wrappingKey)).rejects.toThrow();

  const aes = { name: 'AES-GCM', iv: new Uint8Array(12) };
  const content = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, [
    'encrypt',
  ]);
  const wrapped = await crypto.subtle.wrapKey('raw', content, wrappingKey, aes);
  const sameKey = await crypto.subtle.importKey('raw', await hkdf.bytes(label, 32), aes, false, [
    'decrypt',
  ]);
  const opened = await crypto.subtle.decrypt(aes, sameKey, wrapped);
  expect(Buffer.from(opened)).toEqual(Buffer.from(await crypto.subtle.exportKey('raw', content)));
});
