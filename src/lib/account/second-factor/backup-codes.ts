import { randomIndex, type RandomBytes } from '$lib/platform/random';

// Without 0 O 1 I L and U: what is copied from paper must not be mistaken. 30 letters.
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_COUNT = 10;
const LETTERS = 12;

const newCode = (randomBytes: RandomBytes): string =>
  Array.from({ length: LETTERS }, () => ALPHABET[randomIndex(ALPHABET.length, randomBytes)]).join(
    '',
  );

/** Ten codes for a sheet of paper, as they are printed: "K7QM-4WXR-2ZTB", 58 bits each. */
export const newBackupCodes = (randomBytes: RandomBytes): string[] =>
  Array.from({ length: CODE_COUNT }, () => newCode(randomBytes).replace(/(.{4})(?=.)/g, '$1-'));

/** What people type back: spaces, dashes and small letters do not matter. */
export const normaliseBackupCode = (typed: string): string =>
  typed.toUpperCase().replace(/[^0-9A-Z]/g, '');

/** Whether what was typed is a code from the sheet; the app's have figures only, and fewer. */
export const isBackupCode = (typed: string): boolean =>
  normaliseBackupCode(typed).length === LETTERS;
