import { z } from 'zod';
import { fromBase64url, toBase64url } from '$lib/platform/base64url';
import type { RandomBytes } from '$lib/platform/random';

/** Below this, guessing gets too cheap (OWASP ASVS 5 and its password storage cheat sheet). */
export const MINIMUM_MEMORY_KIB = 47_104;
/** Above these, a server that means harm could freeze a phone for minutes. */
const MAXIMUM_MEMORY_KIB = 1_048_576;
const MAXIMUM_PASSES = 16;
const MAXIMUM_LANES = 4;
const SALT_BYTES = 16;
const MAXIMUM_SALT_BYTES = 64;

const salt = z.string().refine((text) => {
  const length = fromBase64url(text)?.length ?? 0;
  return length >= SALT_BYTES && length <= MAXIMUM_SALT_BYTES;
}, 'invalid_salt');

/**
 * How a password is stretched; stored with the account and served to whoever wants to sign in.
 * The browser checks it too: a server must not talk it into a cheap stretching.
 */
export const stretchParameters = z.strictObject({
  /** Version byte of the whole derivation: normalisation, Argon2id, HKDF and its labels. */
  version: z.literal(1),
  algorithm: z.literal('argon2id'),
  memoryKiB: z.int().min(MINIMUM_MEMORY_KIB).max(MAXIMUM_MEMORY_KIB),
  passes: z.int().min(1).max(MAXIMUM_PASSES),
  lanes: z.int().min(1).max(MAXIMUM_LANES),
  /** base64url, at least 128 bits */
  salt,
});
export type StretchParameters = z.infer<typeof stretchParameters>;

/** Everything of the parameters that is the same for many accounts. */
export type StretchCost = Omit<StretchParameters, 'salt'>;

/** What new passwords get. Raising it touches nobody's access: old parameters stay with the account. */
export const CURRENT_COST: StretchCost = {
  version: 1,
  algorithm: 'argon2id',
  memoryKiB: 65_536,
  passes: 3,
  lanes: 1,
};

/** Parameters for a new password: the current cost and a salt of its own. */
export function newStretchParameters(randomBytes: RandomBytes): StretchParameters {
  return { ...CURRENT_COST, salt: toBase64url(randomBytes(SALT_BYTES)) };
}

/** True where a password should be stretched anew after signing in, because the cost was raised. */
export function isOutdated({ version, memoryKiB, passes, lanes }: StretchCost): boolean {
  return (
    version !== CURRENT_COST.version ||
    memoryKiB * passes * lanes < CURRENT_COST.memoryKiB * CURRENT_COST.passes * CURRENT_COST.lanes
  );
}
