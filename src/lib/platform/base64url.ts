/** Base64 for URLs without padding (RFC 4648 §5). Browsers of two years ago have no Uint8Array.toBase64. */
export function toBase64url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Whether the bits of the last character that stand for nothing are zero, as they are when encoding. */
function isCanonical(text: string): boolean {
  const spareBits = [0, 0, 0b1111, 0b11][text.length % 4]!;
  return (ALPHABET.indexOf(text.at(-1) ?? 'A') & spareBits) === 0;
}

/**
 * Bytes of a base64url text, or null where it is not one. Only the one canonical spelling of the
 * bytes is accepted: two spellings of the same secret would be two hashes.
 */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1 || !isCanonical(text)) return null;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}
