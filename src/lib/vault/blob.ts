import { AppError } from '$lib/platform/errors';
import { secureRandomBytes } from '$lib/platform/random';
import { encode, type Bytes } from './encoding';

/** The second byte of a blob: what it is. One kind is never opened as another. */
export const BLOB_KINDS = {
  slot: 1,
  keyring: 2,
  own: 3,
  contribution: 4,
  epochKey: 5,
  attachment: 6,
} as const;
export type BlobKind = keyof typeof BLOB_KINDS;

const VERSION = 1;
const HEADER_BYTES = 2;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * The first two bytes of everything that is stored encrypted: version and kind.
 * @throws AppError `vault_unknown_version` for a blob of a later program, `vault_damaged` for another kind
 */
export function withHeader(kind: BlobKind, body: Uint8Array): Bytes {
  const blob = new Uint8Array(HEADER_BYTES + body.length);
  blob.set([VERSION, BLOB_KINDS[kind]]);
  blob.set(body, HEADER_BYTES);
  return blob;
}

export function withoutHeader(kind: BlobKind, blob: Bytes): Bytes {
  if (blob.length < HEADER_BYTES) throw new AppError('vault_damaged');
  if (blob[0] !== VERSION) throw new AppError('vault_unknown_version');
  if (blob[1] !== BLOB_KINDS[kind]) throw new AppError('vault_damaged');
  return blob.slice(HEADER_BYTES);
}

const algorithm = (kind: BlobKind, nonce: Bytes, context: Bytes): AesGcmParams => ({
  name: 'AES-GCM',
  iv: nonce,
  additionalData: encode('werkraum/blob/1', BLOB_KINDS[kind], context),
});

/** Version, kind, nonce and what the work with them gave. */
async function assemble(
  kind: BlobKind,
  context: Bytes,
  work: (algorithm: AesGcmParams) => Promise<ArrayBuffer>,
): Promise<Bytes> {
  const nonce = secureRandomBytes(NONCE_BYTES);
  const encrypted = new Uint8Array(await work(algorithm(kind, nonce, context)));
  const body = new Uint8Array(NONCE_BYTES + encrypted.length);
  body.set(nonce);
  body.set(encrypted, NONCE_BYTES);
  return withHeader(kind, body);
}

/** @throws AppError `vault_wrong_key`: wrong key, other context or changed bytes; nobody can tell which */
async function takeApart<Result>(
  kind: BlobKind,
  context: Bytes,
  blob: Bytes,
  work: (encrypted: Bytes, algorithm: AesGcmParams) => Promise<Result>,
): Promise<Result> {
  const body = withoutHeader(kind, blob);
  if (body.length < NONCE_BYTES + TAG_BYTES) throw new AppError('vault_damaged');
  const nonce = body.slice(0, NONCE_BYTES);
  try {
    return await work(body.slice(NONCE_BYTES), algorithm(kind, nonce, context));
  } catch {
    throw new AppError('vault_wrong_key');
  }
}

/**
 * AES-256-GCM with a random nonce of 96 bits; `context` (an `encode`d list) says where the blob belongs
 * and is authenticated with it, so that a blob opens in its own place only.
 */
export const sealBlob = (
  key: CryptoKey,
  kind: BlobKind,
  context: Bytes,
  plain: Bytes,
): Promise<Bytes> => assemble(kind, context, (aes) => crypto.subtle.encrypt(aes, key, plain));

/** @throws AppError `vault_wrong_key`, `vault_unknown_version`, `vault_damaged` */
export const openBlob = (
  key: CryptoKey,
  kind: BlobKind,
  context: Bytes,
  blob: Bytes,
): Promise<Bytes> =>
  takeApart(
    kind,
    context,
    blob,
    async (encrypted, aes) => new Uint8Array(await crypto.subtle.decrypt(aes, key, encrypted)),
  );

/** As `sealBlob`, for a key: its bytes never meet the program. */
export const wrapKey = (wrapped: CryptoKey, wrappingKey: CryptoKey, context: Bytes) =>
  assemble('slot', context, (aes) => crypto.subtle.wrapKey('raw', wrapped, wrappingKey, aes));

/** The AES-256-GCM key of a slot, extractable so that it can be wrapped for another slot. */
export const unwrapKey = (blob: Bytes, wrappingKey: CryptoKey, context: Bytes) =>
  takeApart('slot', context, blob, (encrypted, aes) =>
    crypto.subtle.unwrapKey('raw', encrypted, wrappingKey, aes, 'AES-GCM', true, [
      'encrypt',
      'decrypt',
    ]),
  );
