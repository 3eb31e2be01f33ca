import { fromBase64url, toBase64url } from '$lib/platform/base64url';
import { AppError } from '$lib/platform/errors';
import { secureRandomBytes, type RandomBytes } from '$lib/platform/random';
import { withHeader, withoutHeader } from './blob';
import { encode, sha256, type Bytes } from './encoding';
import { padded, unpadded } from './padding';

/*
 * A file beside a contribution, version 1.
 *
 * - Each file has a key of its own: 256 random bits, used for this file and never again.
 * - The content is padded (padding.ts), so that its length says little, and cut into segments of one
 *   mebibyte. Each is sealed with AES-256-GCM; its nonce is its number (eleven bytes, most significant
 *   first) and one byte that says whether it is the last. So no segment can be changed, left out, repeated,
 *   moved or be made the end: the construction STREAM (Hoang, Reyhanitabar, Rogaway, Vizár: "Online
 *   Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance", CRYPTO 2015, section 7), as in age.
 * - Before the segments stand version and kind, as in every blob (blob.ts).
 * - Key, name, type, size and the SHA-256 of the blob stand in the contribution, encrypted and signed with it:
 *   whoever cannot read that learns no more than a length, and what the server serves in its place is noticed.
 */

const SEGMENT_BYTES = 1024 * 1024;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const HASH_BYTES = 32;
const NONCE_BYTES = 12;
const ASSOCIATED = encode('werkraum/attachment/1');

/** What a contribution says of a file beside it. */
export type Attachment = {
  /** Under which the server keeps the sealed bytes. */
  fileId: string;
  key: string;
  /** SHA-256 of the sealed bytes. */
  hash: string;
  name: string;
  mediaType: string;
  /** Bytes of what is in it. */
  size: number;
};

function algorithm(number: number, isLast: boolean): AesGcmParams {
  const iv = new Uint8Array(NONCE_BYTES);
  new DataView(iv.buffer).setUint32(NONCE_BYTES - 5, number);
  iv[NONCE_BYTES - 1] = isLast ? 1 : 0;
  return { name: 'AES-GCM', iv, additionalData: ASSOCIATED };
}

const keyOf = (bytes: Bytes, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, [use]);

/** @returns the blob for the server, and what the contribution has to say of it (base64url) */
export async function sealAttachment(
  content: Uint8Array,
  randomBytes: RandomBytes = secureRandomBytes,
): Promise<{ blob: Bytes; key: string; hash: string }> {
  const keyBytes = randomBytes(KEY_BYTES);
  const key = await keyOf(keyBytes, 'encrypt');
  const plain = padded(content);
  const count = Math.ceil(plain.length / SEGMENT_BYTES);
  const body = new Uint8Array(plain.length + count * TAG_BYTES);
  for (let number = 0; number < count; number += 1) {
    const segment = plain.subarray(number * SEGMENT_BYTES, (number + 1) * SEGMENT_BYTES);
    const aes = algorithm(number, number === count - 1);
    const sealed = await crypto.subtle.encrypt(aes, key, segment);
    body.set(new Uint8Array(sealed), number * (SEGMENT_BYTES + TAG_BYTES));
  }
  const blob = withHeader('attachment', body);
  return { blob, key: toBase64url(keyBytes), hash: toBase64url(await sha256(blob)) };
}

/**
 * @param said what the contribution says of it
 * @throws AppError `vault_attachment_swapped` where these are not the bytes that were sent,
 *   `vault_unknown_version`, `vault_damaged`, `vault_wrong_key` where its author made something that does not open
 */
export async function openAttachment(
  blob: Bytes,
  said: Pick<Attachment, 'key' | 'hash'>,
): Promise<Bytes> {
  if (toBase64url(await sha256(blob)) !== said.hash) throw new AppError('vault_attachment_swapped');
  const body = withoutHeader('attachment', blob);
  const keyBytes = fromBase64url(said.key);
  if (keyBytes?.length !== KEY_BYTES || body.length <= TAG_BYTES)
    throw new AppError('vault_damaged');
  const key = await keyOf(keyBytes, 'decrypt');
  const stride = SEGMENT_BYTES + TAG_BYTES;
  const count = Math.ceil(body.length / stride);
  if (body.length - (count - 1) * stride <= TAG_BYTES) throw new AppError('vault_damaged');
  const plain = new Uint8Array(body.length - count * TAG_BYTES);
  for (let number = 0; number < count; number += 1) {
    const sealed = body.subarray(number * stride, (number + 1) * stride);
    const aes = algorithm(number, number === count - 1);
    const segment = await crypto.subtle.decrypt(aes, key, sealed).catch(() => {
      throw new AppError('vault_wrong_key');
    });
    plain.set(new Uint8Array(segment), number * SEGMENT_BYTES);
  }
  return unpadded(plain);
}

/** Stands between the words of a contribution and what it says of files; nobody can type it. */
const BORDER = '\u0000';

/** Words and files of a contribution as one text; without files it is the words alone. */
export const joinContent = (text: string, attachments: readonly Attachment[]): string => {
  const words = text.replaceAll(BORDER, '');
  return attachments.length === 0 ? words : words + BORDER + JSON.stringify(attachments);
};

/** @throws AppError `vault_damaged` where somebody wrote what this program does not write */
export function splitContent(content: string): { text: string; attachments: Attachment[] } {
  const border = content.indexOf(BORDER);
  if (border < 0) return { text: content, attachments: [] };
  return {
    text: content.slice(0, border),
    attachments: readAttachments(content.slice(border + 1)),
  };
}

function readAttachments(json: string): Attachment[] {
  let list: unknown;
  try {
    list = JSON.parse(json);
  } catch {
    throw new AppError('vault_damaged');
  }
  if (!Array.isArray(list) || !list.every(isAttachment)) throw new AppError('vault_damaged');
  return list.map(({ fileId, key, hash, name, mediaType, size }) => ({
    ...{ fileId, key, hash, name, mediaType, size },
  }));
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function isAttachment(value: unknown): value is Attachment {
  const { fileId, key, hash, name, mediaType, size } = (value ?? {}) as Record<string, unknown>;
  return (
    typeof fileId === 'string' &&
    UUID.test(fileId) &&
    typeof key === 'string' &&
    fromBase64url(key)?.length === KEY_BYTES &&
    typeof hash === 'string' &&
    fromBase64url(hash)?.length === HASH_BYTES &&
    typeof name === 'string' &&
    typeof mediaType === 'string' &&
    Number.isSafeInteger(size)
  );
}
