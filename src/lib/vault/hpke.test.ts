import { createDecipheriv, createECDH, createHmac } from 'node:crypto';
import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bytes } from './encoding';
import { hpkeOpen, hpkeSeal } from './hpke';

const bytes = (hex: string): Bytes => Uint8Array.from(Buffer.from(hex, 'hex'));
const ECDH = { name: 'ECDH', namedCurve: 'P-256' };

// RFC 9180, appendix A.3.1: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, base mode.
const vector = {
  info: bytes('4f6465206f6e2061204772656369616e2055726e'),
  privateKey: bytes('f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf4d6589cf29de4b8ffd2'),
  publicKey: bytes(
    '04fe8c19ce0905191ebc298a9245792531f26f0cece2460639e8bc39cb7f706a826a779b4cf969b8a0e539c7f62fb3d30ad6aa8f80e30f1d128aafd68a2ce72ea0',
  ),
  enc: bytes(
    '04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac98536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4',
  ),
  aad: bytes('436f756e742d30'),
  ciphertext: bytes(
    '5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434',
  ),
  plain: bytes('4265617574792069732074727574682c20747275746820626561757479'),
};

async function pairOf(privateKey: Bytes, publicKey: Bytes): Promise<CryptoKeyPair> {
  const part = (from: number, to: number) =>
    Buffer.from(publicKey.slice(from, to)).toString('base64url');
  const jwk = {
    ...{ kty: 'EC', crv: 'P-256', x: part(1, 33), y: part(33, 65) },
    d: Buffer.from(privateKey).toString('base64url'),
  };
  return {
    privateKey: await crypto.subtle.importKey('jwk', jwk, ECDH, false, ['deriveBits']),
    publicKey: await crypto.subtle.importKey('raw', publicKey, ECDH, true, []),
  };
}

// RFC 9180 written down a second time, with Node's own primitives, for the AEAD that its appendix does
// not combine with this KEM.
function openByTheBook(
  recipient: { privateKey: Bytes; publicKey: Bytes },
  info: Bytes,
  message: { enc: Bytes; aad: Bytes; ciphertext: Bytes },
  aead: { id: number; keyLength: 16 | 32 },
): Buffer {
  const number = (value: number, length: number) => {
    const buffer = Buffer.alloc(length);
    buffer.writeUIntBE(value, 0, length);
    return buffer;
  };
  const hmac = (key: Uint8Array, data: Uint8Array) =>
    createHmac('sha256', key).update(data).digest();
  const labelled = (suite: Buffer) => ({
    extract: (salt: Uint8Array, label: string, ikm: Uint8Array) =>
      hmac(salt, Buffer.concat([Buffer.from('HPKE-v1'), suite, Buffer.from(label), ikm])),
    // One block of HKDF-Expand: nothing here is longer than a SHA-256.
    expand: (prk: Uint8Array, label: string, context: Uint8Array, length: number) =>
      hmac(
        prk,
        Buffer.concat([
          ...[number(length, 2), Buffer.from('HPKE-v1'), suite, Buffer.from(label), context],
          number(1, 1),
        ]),
      ).subarray(0, length),
  });
  const none = Buffer.alloc(0);
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(recipient.privateKey);
  const kem = labelled(Buffer.concat([Buffer.from('KEM'), number(0x10, 2)]));
  const kemContext = Buffer.concat([message.enc, recipient.publicKey]);
  const dh = ecdh.computeSecret(message.enc);
  const sharedSecret = kem.expand(
    kem.extract(none, 'eae_prk', dh),
    'shared_secret',
    kemContext,
    32,
  );
  const ids = [number(0x10, 2), number(1, 2), number(aead.id, 2)];
  const hpke = labelled(Buffer.concat([Buffer.from('HPKE'), ...ids]));
  const context = Buffer.concat([
    number(0, 1),
    hpke.extract(none, 'psk_id_hash', none),
    hpke.extract(none, 'info_hash', info),
  ]);
  const secret = hpke.extract(sharedSecret, 'secret', none);
  const key = hpke.expand(secret, 'key', context, aead.keyLength);
  const nonce = hpke.expand(secret, 'base_nonce', context, 12);
  const decipher = createDecipheriv(`aes-${aead.keyLength === 16 ? 128 : 256}-gcm`, key, nonce);
  decipher.setAAD(message.aad);
  decipher.setAuthTag(message.ciphertext.slice(-16));
  return Buffer.concat([decipher.update(message.ciphertext.slice(0, -16)), decipher.final()]);
}

describe('HPKE', () => {
  it('opens the message of RFC 9180, appendix A.3.1, with the library and by the book', async () => {
    const suite = new CipherSuite({
      kem: new DhkemP256HkdfSha256(),
      kdf: new HkdfSha256(),
      aead: new Aes128Gcm(),
    });
    const recipientKey = await pairOf(vector.privateKey, vector.publicKey);
    const { info, enc, ciphertext, aad } = vector;
    const opened = await suite.open({ recipientKey, info, enc }, ciphertext, aad);
    expect(new Uint8Array(opened)).toEqual(vector.plain);
    const byTheBook = openByTheBook(vector, info, vector, { id: 1, keyLength: 16 });
    expect(Uint8Array.from(byTheBook)).toEqual(vector.plain);
  });

  it('seals with AES-256-GCM what opens by the book', async () => {
    const sealed = await hpkeSeal(vector.publicKey, vector.info, vector.plain);
    const message = {
      enc: sealed.slice(2, 67),
      aad: new Uint8Array(),
      ciphertext: sealed.slice(67),
    };
    const opened = openByTheBook(vector, vector.info, message, { id: 2, keyLength: 32 });
    expect(Uint8Array.from(opened)).toEqual(vector.plain);
  });

  it('opens for its recipient and its place only, and nothing that was changed or cut', async () => {
    const recipient = await pairOf(vector.privateKey, vector.publicKey);
    const info = vector.info;
    const sealed = await hpkeSeal(vector.publicKey, info, vector.plain);
    expect(await hpkeOpen(recipient, info, sealed)).toEqual(vector.plain);
    const refused = (one: Bytes, place = info) =>
      expect(hpkeOpen(recipient, place, one)).rejects.toThrow(/^vault_/);
    await refused(sealed, bytes('00'));
    await fc.assert(
      fc.asyncProperty(
        fc.nat(sealed.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const changed = sealed.slice();
          changed[at]! ^= by;
          await refused(changed);
          await refused(sealed.slice(0, at));
        },
      ),
      { numRuns: 40 },
    );
    await expect(hpkeSeal(bytes('0400'), info, vector.plain)).rejects.toThrow('vault_damaged');
  });
});
