import { randomBytes } from 'node:crypto';
import { hashSignInSecret } from '$lib/vault/sign-in-secret';
import { newStretchParameters } from '$lib/vault/parameters';
import { secureRandomBytes } from '$lib/platform/random';
import type { World, WorldPerson } from './world';

/** What a browser would have made of a password: a secret out of nothing, without the long stretching. */
export const newPassword = () => ({
  stretching: newStretchParameters(secureRandomBytes),
  signInSecret: randomBytes(32).toString('base64url'),
});

export const storedHash = async (signInSecret: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(Buffer.from(await hashSignInSecret(signInSecret), 'base64url'));

/** Gives a person of the world a password; returns what signing in needs. */
export async function givePassword({ owner }: World, { accountId, email }: WorldPerson) {
  const { stretching, signInSecret } = newPassword();
  const secretHash = await storedHash(signInSecret);
  await owner.credential.update({ where: { accountId }, data: { stretching, secretHash } });
  return { email, signInSecret };
}
