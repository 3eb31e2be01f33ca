import { z } from 'zod';
import { passkeySlot } from '$lib/key/schema';
import { signInSecret } from '$lib/vault/sign-in-secret';

/** base64url, as long as authenticators make it. */
const bytes = z
  .string()
  .regex(/^[A-Za-z0-9_-]+$/)
  .max(20_000);

/** What an authenticator answers, without the extensions: what unlocks the keys never leaves the browser. */
const answer = {
  id: bytes.max(2_000),
  rawId: bytes.max(2_000),
  type: z.literal('public-key'),
  authenticatorAttachment: z.string().max(40).optional(),
};

/** Registration (WebAuthn, section 5.1, RegistrationResponseJSON). */
const addedAnswer = z.object({
  ...answer,
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    transports: z.array(z.string().max(40)).max(10).optional(),
  }),
});

/** Authentication (AuthenticationResponseJSON). */
const signInAnswer = z.object({
  ...answer,
  response: z.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: bytes.optional(),
  }),
});

const name = z.string().trim().min(1).max(60);

/** The present secret proves that it is the owner who adds a way in. */
export const beginPasskey = z.object({ presentSecret: signInSecret });

export const addPasskey = z.object({
  id: z.uuid(),
  name,
  /** Null: it signs in, and opens nothing. */
  slot: passkeySlot.nullable(),
  answer: addedAnswer,
});
export type AddPasskey = z.infer<typeof addPasskey>;

export const ofPasskey = z.object({ passkeyId: z.uuid() });
export const renamePasskey = ofPasskey.extend({ name });
export type RenamePasskey = z.infer<typeof renamePasskey>;

/** The present secret: who only has the open browser ties no device to the keys. */
export const renewPasskey = ofPasskey.extend({ presentSecret: signInSecret, slot: passkeySlot });
export type RenewPasskey = z.infer<typeof renewPasskey>;

export const beginSignIn = z.object({});
export const passkeySignIn = z.object({ answer: signInAnswer });
export type PasskeySignIn = z.infer<typeof passkeySignIn>;
