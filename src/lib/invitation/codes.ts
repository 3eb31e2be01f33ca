import { toBase64url } from '$lib/platform/base64url';
import type { RandomBytes } from '$lib/platform/random';

// Without 0 O 1 I L and U: what is read out or copied from paper must not be mistaken. 30 letters.
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const LETTER_CODE_LENGTH = 12;
const JOIN_CODE_LENGTH = 6;
const TOKEN_BYTES = 32;
/** The largest multiple of 30 that fits a byte; bytes above it would prefer some letters. */
const FAIR_BYTES = 240;

function letters(length: number, randomBytes: RandomBytes): string {
  let code = '';
  while (code.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < FAIR_BYTES && code.length < length) code += ALPHABET[byte % ALPHABET.length];
    }
  }
  return code;
}

/** For the link in a mail: 256 bits. */
export const newToken = (randomBytes: RandomBytes): string => toBase64url(randomBytes(TOKEN_BYTES));

/** For a printed letter: 58 bits, to be typed once. */
export const newLetterCode = (randomBytes: RandomBytes): string =>
  letters(LETTER_CODE_LENGTH, randomBytes);

/** For the projector: short, because it lives for minutes and counts only with an invited address. */
export const newJoinCode = (randomBytes: RandomBytes): string =>
  letters(JOIN_CODE_LENGTH, randomBytes);

/** "K7QM4WXR2ZTB" → "K7QM-4WXR-2ZTB"; six letters in two groups of three. */
export function showCode(code: string): string {
  const groupLength = code.length > JOIN_CODE_LENGTH ? 4 : 3;
  return (code.match(new RegExp(`.{1,${groupLength}}`, 'g')) ?? []).join('-');
}

/** What people type back: spaces, dashes and small letters do not matter. */
export const normaliseCode = (typed: string): string =>
  typed.toUpperCase().replace(/[^0-9A-Z]/g, '');

/** Whether something typed is the long code of a letter rather than the short one of the projector. */
export const isLetterCode = (typed: string): boolean =>
  normaliseCode(typed).length > JOIN_CODE_LENGTH;
