import { z } from 'zod';
import { fromBase64url, toBase64url } from '$lib/platform/base64url';

const SECRET_BYTES = 32;

/** What the browser sends instead of a password: 256 stretched bits, base64url. */
export const signInSecret = z
  .string()
  .max(64)
  .refine((text) => fromBase64url(text)?.length === SECRET_BYTES, 'invalid_sign_in_secret');

/**
 * What the server keeps of a sign-in secret. Plain SHA-256 suffices: the secret is already stretched,
 * and 256 bits cannot be guessed. Compare hashes, never secrets: the time a comparison takes then
 * tells nothing.
 */
export async function hashSignInSecret(secret: string): Promise<string> {
  const bytes = fromBase64url(secret);
  if (bytes?.length !== SECRET_BYTES) throw new TypeError('Not a sign-in secret');
  return toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
