import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromBase64url, toBase64url } from './base64url';

it('carries all bytes there and back, as Node writes them', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(toBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
      expect([...fromBase64url(toBase64url(bytes))!]).toEqual([...bytes]);
    }),
  );
});

it('takes the one spelling that encoding gives, and no other', () => {
  const characters = fc.constantFrom(...'ABab01-_Qgwx');
  fc.assert(
    fc.property(fc.string({ unit: characters, maxLength: 12 }), (text) => {
      const asNode = Buffer.from(text, 'base64url');
      const isCanonical = asNode.toString('base64url') === text;
      expect(fromBase64url(text) && [...fromBase64url(text)!]).toEqual(
        isCanonical ? [...asNode] : null,
      );
    }),
  );
});

it.each(['A', 'AB==', 'A+/=', 'AB', 'Ä', 'AA A'])('refuses %s', (text) => {
  expect(fromBase64url(text)).toBeNull();
});
