import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

// The server must know the app's secret to check a code, so it cannot be hidden from the server. Sealed
// with the installation's pepper it is of no use to whoever sees this table alone (docs/adr/0013).
// version (1) | nonce (12) | AES-256-GCM of the secret, bound to what it is for | tag (16)

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const keyOf = (pepper: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', pepper, '', 'werkraum second factor v1', 32));

/** @param purpose whose secret it is, and what for: a sealed secret opens for nothing else */
export function sealSecret(pepper: Buffer, purpose: string, secret: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(pepper), nonce);
  cipher.setAAD(Buffer.from(purpose));
  const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), nonce, sealed, cipher.getAuthTag()]);
}

/** The secret; null where it was sealed for something else, elsewhere, or changed. */
export function openSecret(
  pepper: Buffer,
  purpose: string,
  sealed: Uint8Array,
): Uint8Array<ArrayBuffer> | null {
  const nonceEnd = 1 + NONCE_BYTES;
  if (sealed[0] !== VERSION || sealed.length < nonceEnd + TAG_BYTES) return null;
  const decipher = createDecipheriv('aes-256-gcm', keyOf(pepper), sealed.subarray(1, nonceEnd));
  decipher.setAAD(Buffer.from(purpose));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return new Uint8Array(
      Buffer.concat([decipher.update(sealed.subarray(nonceEnd, -TAG_BYTES)), decipher.final()]),
    );
  } catch {
    return null;
  }
}
