import { AppError } from '$lib/platform/errors';
import type { Bytes } from './encoding';

const SMALLEST = 256;
const MARK = 0x80;

/**
 * The length that a text of `length` bytes gets: at least 256, above that Padmé (Nikitin and others,
 * "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs", 2019): at most 12 %
 * more, and of all lengths of one magnitude only a handful can be told apart.
 */
export function paddedLength(length: number): number {
  if (length <= SMALLEST) return SMALLEST;
  const exponent = Math.floor(Math.log2(length));
  const keptBits = Math.floor(Math.log2(exponent)) + 1;
  const step = 2 ** (exponent - keptBits);
  return Math.ceil(length / step) * step;
}

/** A one bit, then zeros (ISO/IEC 7816-4). */
export function padded(plain: Uint8Array): Bytes {
  const bytes = new Uint8Array(paddedLength(plain.length + 1));
  bytes.set(plain);
  bytes[plain.length] = MARK;
  return bytes;
}

/** @throws AppError `vault_damaged` */
export function unpadded(bytes: Bytes): Bytes {
  const end = bytes.findLastIndex((byte) => byte !== 0);
  if (bytes[end] !== MARK) throw new AppError('vault_damaged');
  return bytes.slice(0, end);
}
