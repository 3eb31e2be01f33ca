import { createHash } from 'node:crypto';
import { toBase64url } from './base64url';
import { secureRandomBytes, type RandomBytes } from './random';

const TOKEN_BYTES = 32;

/** What a link carries, and what the database keeps of it. */
export interface Token {
  token: string;
  hash: string;
}

/** 256 random bits: plain SHA-256 keeps them safe in the database, nobody can guess them. */
export function newToken(randomBytes: RandomBytes = secureRandomBytes): Token {
  const token = toBase64url(randomBytes(TOKEN_BYTES));
  return { token, hash: hashToken(token) };
}

export const hashToken = (token: string): string =>
  createHash('sha256').update(token).digest('hex');
