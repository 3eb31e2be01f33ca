import type { DirectoryHead, MemberKeys } from './directory';
import { encode, type Bytes } from './encoding';
import { WORDS } from './words';

const BITS_PER_WORD = 11n;
/** Makes each attempt to find another directory with the same words this much dearer. */
const ITERATIONS = 100_000;
const COHORT_WORDS = 12;
const PERSON_WORDS = 6;

/**
 * The words of a whole directory, to be read aloud once: whoever hears the same words as on the own
 * screen has everybody's right keys. 132 bits.
 */
export const fingerprintWords = (cohortId: string, head: DirectoryHead): Promise<string[]> =>
  wordsOf(encode('werkraum/fingerprint/1', cohortId, head.sequence, head.hash), COHORT_WORDS);

/** The words of one person's keys, for the spoken check before they are trusted with a thread. 66 bits. */
export const keyWords = (keys: MemberKeys): Promise<string[]> =>
  wordsOf(
    encode(
      'werkraum/key-words/1',
      keys.accountId,
      keys.keysId,
      keys.sealingPublic,
      keys.signingPublic,
    ),
    PERSON_WORDS,
  );

async function wordsOf(bytes: Bytes, count: number): Promise<string[]> {
  const key = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveBits']);
  const salt = encode('werkraum/words/1');
  const stretched = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ITERATIONS },
    key,
    256,
  );
  let bits = new Uint8Array(stretched).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return Array.from({ length: count }, () => {
    const word = WORDS[Number(bits & (2n ** BITS_PER_WORD - 1n))]!;
    bits >>= BITS_PER_WORD;
    return word;
  });
}
