import { z } from 'zod';
import { normaliseMailAddress } from '$lib/platform/mail-address';
import { stretchParameters } from '$lib/vault/parameters';
import { signInSecret } from '$lib/vault/sign-in-secret';

export const mailAddress = z
  .string()
  .trim()
  .max(254)
  .pipe(z.email('invalid_mail_address'))
  .transform(normaliseMailAddress);

export const personName = z.string().trim().min(1).max(120);
export const locale = z.enum(['de', 'en']);

/** A password as the server gets to know it: how it was stretched, and the secret that came out. */
export const stretchedPassword = z.object({ stretching: stretchParameters, signInSecret });
export type NewPassword = z.infer<typeof stretchedPassword>;

/** Asked before signing in: how to stretch this person's password. */
export const signInParameters = z.object({ email: mailAddress });

export const signIn = z.object({ email: mailAddress, signInSecret });
export type SignIn = z.infer<typeof signIn>;
