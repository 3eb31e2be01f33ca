import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import { fromBase64url } from '$lib/platform/base64url';
import { AppError } from '$lib/platform/errors';

export type Bytes = Uint8Array<ArrayBuffer>;
type Field = string | number | Uint8Array;

const utf8 = new TextEncoder();
const LENGTH_BYTES = 4;
const NUMBER_BYTES = 8;

/**
 * One spelling of several fields, for everything that is signed, hashed or authenticated: each field
 * with its length before it, so that no two different lists have the same bytes. The label comes first
 * and names the use and its version ("werkraum/epoch/1"): bytes made for one use mean nothing in another.
 * Numbers are whole and not negative, eight bytes, most significant first.
 */
export function encode(label: string, ...fields: Field[]): Bytes {
  const parts = [label, ...fields].map(bytesOf);
  const length = parts.reduce((sum, part) => sum + LENGTH_BYTES + part.length, 0);
  const encoded = new Uint8Array(length);
  const view = new DataView(encoded.buffer);
  let offset = 0;
  for (const part of parts) {
    view.setUint32(offset, part.length);
    encoded.set(part, offset + LENGTH_BYTES);
    offset += LENGTH_BYTES + part.length;
  }
  return encoded;
}

function bytesOf(field: Field): Uint8Array {
  if (typeof field === 'string') return utf8.encode(field);
  if (typeof field !== 'number') return field;
  const bytes = new Uint8Array(NUMBER_BYTES);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(field));
  return bytes;
}

export async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

/**
 * The same for many short pieces: the browser's own digest answers each call by a task of its own, which
 * for a thread of five hundred contributions took longer than everything else.
 */
export const sha256AtOnce = (bytes: Bytes): Bytes => new Uint8Array(nobleSha256(bytes));

/** @throws AppError `vault_damaged` for what is no base64url */
export function decoded(text: string): Bytes {
  const bytes = fromBase64url(text);
  if (!bytes) throw new AppError('vault_damaged');
  return bytes;
}
