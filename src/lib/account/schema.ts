import { z } from 'zod';
import { normaliseMailAddress } from '$lib/platform/mail-address';
import { signInSecret } from '$lib/vault/sign-in-secret';

export const mailAddress = z.email('invalid_mail_address').max(254).transform(normaliseMailAddress);

/** Asked before signing in: how to stretch this person's password. */
export const signInParameters = z.object({ email: mailAddress });

export const signIn = z.object({ email: mailAddress, signInSecret });
export type SignIn = z.infer<typeof signIn>;
