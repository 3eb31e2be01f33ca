/**
 * HKDF-SHA256 (RFC 5869) of WebCrypto, ready to derive several independent values.
 * @param inputKeyMaterial at least 256 bits of entropy, or the output of a stretching
 */
export async function hkdfSha256(inputKeyMaterial: BufferSource) {
  const key = await crypto.subtle.importKey('raw', inputKeyMaterial, 'HKDF', false, [
    'deriveBits',
    'deriveKey',
  ]);
  const derivation = (label: BufferSource, salt: BufferSource): HkdfParams => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt,
    info: label,
  });

  return {
    /** `length` bytes */
    async bytes(label: BufferSource, length: number, salt: BufferSource = new Uint8Array()) {
      const bits = await crypto.subtle.deriveBits(derivation(label, salt), key, length * 8);
      return new Uint8Array(bits);
    },
    /** A key that wraps other keys (AES-256-GCM) and never leaves the browser's key store. */
    wrappingKey(label: BufferSource, salt: BufferSource = new Uint8Array()) {
      const aes = { name: 'AES-GCM', length: 256 };
      return crypto.subtle.deriveKey(derivation(label, salt), key, aes, false, [
        'wrapKey',
        'unwrapKey',
      ]);
    },
  };
}
