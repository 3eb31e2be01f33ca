import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { AppError } from '$lib/platform/errors';
import { withHeader, withoutHeader } from './blob';
import type { Bytes } from './encoding';

/** RFC 9180 in base mode: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. */
const suite = () =>
  new CipherSuite({
    kem: new DhkemP256HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes256Gcm(),
  });

/** An uncompressed point of P-256. */
const ENCAPSULATED_BYTES = 65;

/**
 * Seals for whoever holds the private half; `info` says where it belongs and is needed to open it.
 * @throws AppError `vault_damaged` where the public key is none
 */
export async function hpkeSeal(recipient: Bytes, info: Bytes, plain: Bytes): Promise<Bytes> {
  const hpke = suite();
  let recipientPublicKey: CryptoKey;
  try {
    recipientPublicKey = await hpke.kem.deserializePublicKey(recipient);
  } catch {
    throw new AppError('vault_damaged');
  }
  const { enc, ct } = await hpke.seal({ recipientPublicKey, info }, plain);
  const body = new Uint8Array(enc.byteLength + ct.byteLength);
  body.set(new Uint8Array(enc));
  body.set(new Uint8Array(ct), enc.byteLength);
  return withHeader('epochKey', body);
}

/**
 * @param recipient the pair: a private key that cannot be read does not yield its public half
 * @throws AppError `vault_wrong_key`, `vault_unknown_version`, `vault_damaged`
 */
export async function hpkeOpen(
  recipient: CryptoKeyPair,
  info: Bytes,
  sealed: Bytes,
): Promise<Bytes> {
  const body = withoutHeader('epochKey', sealed);
  if (body.length <= ENCAPSULATED_BYTES) throw new AppError('vault_damaged');
  const enc = body.slice(0, ENCAPSULATED_BYTES);
  try {
    const opened = await suite().open(
      { recipientKey: recipient, enc, info },
      body.slice(ENCAPSULATED_BYTES),
    );
    return new Uint8Array(opened);
  } catch {
    throw new AppError('vault_wrong_key');
  }
}
