import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { fromBase64url, toBase64url } from '$lib/platform/base64url';

// The link at the end of a mail: it names the account and is signed with the installation's secret,
// so that it works without signing in, and nobody can make one for somebody else.

const BYTES_OF_ID = 16;

const idBytes = (id: string): Uint8Array =>
  Uint8Array.from(id.replaceAll('-', '').match(/../g)!, (pair) => parseInt(pair, 16));

const sign = (account: Uint8Array, secret: Uint8Array): Uint8Array =>
  hmac(sha256, secret, new Uint8Array([...new TextEncoder().encode('unsubscribe'), ...account]));

export function unsubscribeToken(accountId: string, secret: Uint8Array): string {
  const account = idBytes(accountId);
  return toBase64url(new Uint8Array([...account, ...sign(account, secret)]));
}

/** The account that a token names, or null where the token is not ours. */
export function readUnsubscribeToken(token: string, secret: Uint8Array): string | null {
  const bytes = fromBase64url(token);
  if (bytes?.length !== BYTES_OF_ID + sha256.outputLen) return null;
  const account = bytes.slice(0, BYTES_OF_ID);
  const expected = sign(account, secret);
  const given = bytes.slice(BYTES_OF_ID);
  // Every byte is compared, whatever the first ones say.
  const difference = expected.reduce((sum, byte, index) => sum | (byte ^ given[index]!), 0);
  if (difference !== 0) return null;
  const hex = Array.from(account, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
