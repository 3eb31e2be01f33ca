import { secureRandomBytes, type RandomBytes } from '$lib/platform/random';
import { encode, type Bytes } from './encoding';
import { hkdfSha256 } from './hkdf';

/** Crockford's base 32 (crockford.com/base32.html): no I, L, O and U, so that nothing is misread. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const MISREAD: Record<string, string> = { I: '1', L: '1', O: '0' };
const BITS_PER_CHARACTER = 5;
const CODE_BYTES = 20;
const GROUP = 4;
const CHARACTERS = (CODE_BYTES * 8) / BITS_PER_CHARACTER;

/** A new recovery code: 160 random bits as eight groups of four characters ("7Q2M-…"). */
export function newRecoveryCode(randomBytes: RandomBytes = secureRandomBytes): string {
  let bits = 0n;
  for (const byte of randomBytes(CODE_BYTES)) bits = (bits << 8n) | BigInt(byte);
  let characters = '';
  for (let place = CHARACTERS - 1; place >= 0; place -= 1) {
    characters += ALPHABET[Number((bits >> BigInt(place * BITS_PER_CHARACTER)) & 31n)]!;
  }
  return inGroups(characters);
}

/** The code as it is printed, whatever the spaces, dashes and letters it was typed with; null if it is none. */
export function parseRecoveryCode(typed: string): string | null {
  const characters = [...typed.toUpperCase().replaceAll(/[\s\-–—.]/g, '')]
    .map((character) => MISREAD[character] ?? character)
    .join('');
  const isCode =
    characters.length === CHARACTERS && [...characters].every((one) => ALPHABET.includes(one));
  return isCode ? inGroups(characters) : null;
}

const inGroups = (characters: string): string =>
  characters.match(new RegExp(`.{${GROUP}}`, 'g'))!.join('-');

const keyFrom = async (label: string, secret: Bytes): Promise<CryptoKey> =>
  (await hkdfSha256(secret)).wrappingKey(encode(label));

/**
 * The key of the recovery slot. 160 random bits need no stretching.
 * @param code as `parseRecoveryCode` gives it
 */
export const recoveryWrappingKey = (code: string): Promise<CryptoKey> =>
  keyFrom('werkraum/recovery/1/wrapping-key', new TextEncoder().encode(code));

/**
 * The key of a passkey's slot.
 * @param output 32 bytes of the authenticator's PRF extension (WebAuthn level 3, section 10.1.4)
 */
export const passkeyWrappingKey = (output: Bytes): Promise<CryptoKey> =>
  keyFrom('werkraum/passkey/1/wrapping-key', output);
