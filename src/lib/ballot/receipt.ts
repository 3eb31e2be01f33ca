import { toHex } from '$lib/platform/hex';
import type { RandomBytes } from '$lib/platform/random';

/**
 * A secret ballot's receipt: 128 random bits that only the voter's browser keeps. The entry in the
 * ballot box carries an id derived from it one-way, so that
 * - until closing, whoever has the receipt can change the ballot (the browser sends the entry id);
 * - after closing, the voter finds the ballot in the published list;
 * - nobody gets from the list to the receipt, so nobody else can prove that an entry is theirs.
 *
 * Written for people: seven groups of four letters and digits, without the ones that look alike
 * (Crockford's Base32); the last two are a check, so that a slip of the pen is noticed at once.
 */
const RECEIPT_BYTES = 16;
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RECEIPT_SIGNS = 26;
const GROUP_SIGNS = 4;
/** The largest prime below 32², so that every wrong sign and every two swapped ones change the check. */
const CHECK_MODULUS = 1_021;
const CHECK_FACTOR = 32;

/** A new receipt in its written form: `7Q2M-…`, 28 signs in 7 groups. */
export function newReceipt(randomBytes: RandomBytes): string {
  return write(randomBytes(RECEIPT_BYTES));
}

/**
 * The written form of a receipt that a person has typed or pasted, or null where it cannot be one.
 * Small letters, spaces and hyphens do not matter; O is read as 0, I and L as 1.
 */
export function readReceipt(typed: string): string | null {
  const bytes = parse(typed);
  return bytes && write(bytes);
}

/**
 * The id of the ballot-box entry that belongs to a receipt: 128 bits of SHA-256, hex. Bound to the
 * ballot: the same receipt elsewhere would be another entry.
 * @throws RangeError for what `readReceipt` does not accept
 */
export async function entryIdOf(receipt: string, ballotId: string): Promise<string> {
  const bytes = parse(receipt);
  if (!bytes) throw new RangeError('Not a receipt');
  const label = new TextEncoder().encode(`werkraum/ballot-box-entry/1/${ballotId}/`);
  const message = new Uint8Array([...label, ...bytes]);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', message));
  return toHex(digest.subarray(0, RECEIPT_BYTES));
}

function write(bytes: Uint8Array): string {
  const value = BigInt(`0x${toHex(bytes)}`);
  const signs = Array.from({ length: RECEIPT_SIGNS }, (_, index) => {
    const shift = BigInt(5 * (RECEIPT_SIGNS - 1 - index));
    return SIGNS[Number((value >> shift) & 31n)]!;
  }).join('');
  const groups = (signs + checkOf(signs)).match(new RegExp(`.{${GROUP_SIGNS}}`, 'g'));
  return groups!.join('-');
}

function parse(typed: string): Uint8Array | null {
  const signs = typed
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const isWellFormed =
    signs.length === RECEIPT_SIGNS + 2 && [...signs].every((sign) => SIGNS.includes(sign));
  if (!isWellFormed) return null;
  const content = signs.slice(0, RECEIPT_SIGNS);
  if (checkOf(content) !== signs.slice(RECEIPT_SIGNS)) return null;

  const value = [...content].reduce((sum, sign) => (sum << 5n) | BigInt(SIGNS.indexOf(sign)), 0n);
  const isTooLarge = value >> BigInt(RECEIPT_BYTES * 8) !== 0n;
  if (isTooLarge) return null;
  const digits = value.toString(16).padStart(RECEIPT_BYTES * 2, '0');
  return Uint8Array.from(digits.match(/../g)!, (pair) => Number.parseInt(pair, 16));
}

function checkOf(signs: string): string {
  const sum = [...signs].reduce(
    (total, sign) => ((total + SIGNS.indexOf(sign) + 1) * CHECK_FACTOR) % CHECK_MODULUS,
    0,
  );
  return SIGNS[sum >> 5]! + SIGNS[sum & 31]!;
}
