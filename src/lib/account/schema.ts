import { z } from 'zod';
import { keysOfPassword, newKeys } from '$lib/key/schema';
import { normaliseMailAddress } from '$lib/platform/mail-address';
import { stretchParameters } from '$lib/vault/parameters';
import { signInSecret } from '$lib/vault/sign-in-secret';

export const mailAddress = z
  .string()
  .trim()
  .min(1)
  .max(254)
  .pipe(z.email('invalid_mail_address'))
  .transform(normaliseMailAddress);

export const personName = z.string().trim().min(1).max(120);
export const locale = z.enum(['de', 'en']);

/** A password as the server gets to know it: how it was stretched, and the secret that came out. */
export const stretchedPassword = z.object({ stretching: stretchParameters, signInSecret });
export type NewPassword = z.infer<typeof stretchedPassword>;

/** What a link in a mail carries. Any text is looked up: a cut-off link is not found, no more. */
const token = z.string().min(1).max(200);
export const linkToken = z.object({ token });

/** Asked before signing in: how to stretch this person's password. */
export const signInParameters = z.object({ email: mailAddress });

export const signIn = z.object({ email: mailAddress, signInSecret });
export type SignIn = z.infer<typeof signIn>;

/** Name and language of the own account. */
export const profile = z.object({ name: personName, locale });
export type Profile = z.infer<typeof profile>;

export const ofSession = z.object({ sessionHash: z.string().regex(/^[0-9a-f]{64}$/) });

/** The present secret proves that it is the owner who changes the password. */
export const changePassword = z.object({
  presentSecret: signInSecret,
  password: stretchedPassword,
  keys: keysOfPassword,
});
export type ChangePassword = z.infer<typeof changePassword>;

export const requestReset = z.object({ email: mailAddress });
export const resetPassword = z.object({
  token,
  password: stretchedPassword,
  keys: keysOfPassword,
});
export type ResetPassword = z.infer<typeof resetPassword>;

export const changeEmail = z.object({ email: mailAddress, presentSecret: signInSecret });
export type ChangeEmail = z.infer<typeof changeEmail>;

const line = z.string().trim().max(200);

/** Everything the first administrator says, in one step. */
export const setUp = z.object({
  token,
  /** The new account's id, made by the browser: the keys are bound to it. */
  id: z.uuid(),
  organisation: line.min(1),
  contactEmail: mailAddress,
  address: z.string().trim().max(500),
  representative: line,
  phone: line,
  name: personName,
  email: mailAddress,
  locale,
  password: stretchedPassword,
  keys: newKeys,
});
export type SetUp = z.infer<typeof setUp>;

/** The present secret proves that it is the owner who asks. */
export const askForDeletion = z.object({ presentSecret: signInSecret });
export const ofAccount = z.object({ accountId: z.uuid() });

export const ofMail = z.object({ mailId: z.uuid() });
