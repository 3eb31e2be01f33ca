import { z } from 'zod';
import { ofCohort } from '$lib/cohort/schema';
import { fromBase64url } from '$lib/platform/base64url';
import { signInSecret } from '$lib/vault/sign-in-secret';

const LARGEST_KEY_BYTES = 200;
const LARGEST_BLOB_BYTES = 2_048;
const LARGEST_TRUST_BYTES = 65_536;
/** Every sealed blob says in its first byte how it was made (src/lib/vault). */
const VERSIONS = [1];

/** Bytes that the server keeps and cannot read, base64url. */
const bytes = (maximum: number) =>
  z
    .string()
    .max(Math.ceil((maximum * 4) / 3))
    .refine((text) => (fromBase64url(text)?.length ?? 0) > 0, 'invalid_blob');
const sealed = (maximum: number) =>
  bytes(maximum).refine((text) => VERSIONS.includes(fromBase64url(text)?.[0] ?? 0), 'invalid_blob');

const slotBlob = sealed(LARGEST_BLOB_BYTES);

/** What the server keeps of a set of keys. */
export const storedKeys = z.object({
  keysId: z.uuid(),
  sealingPublic: bytes(LARGEST_KEY_BYTES),
  signingPublic: bytes(LARGEST_KEY_BYTES),
  keyring: sealed(LARGEST_BLOB_BYTES),
});

/** A new set never comes without the slot that the password opens: else it would be lost at once. */
export const newKeys = storedKeys.extend({ passwordSlot: slotBlob });
export type NewKeys = z.infer<typeof newKeys>;

/** What a new password does to the keys: they are kept, wrapped anew, or they begin anew. */
export const keysOfPassword = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('kept'), keysId: z.uuid(), passwordSlot: slotBlob }),
  z.object({ kind: z.literal('new'), keys: newKeys }),
]);
export type KeysOfPassword = z.infer<typeof keysOfPassword>;

/** What a passkey opens the keys in use with. */
export const passkeySlot = z.object({ keysId: z.uuid(), blob: slotBlob });
export type PasskeySlot = z.infer<typeof passkeySlot>;

/** The first keys of an account that was made without; the present secret proves the password. */
export const beginKeys = z.object({ presentSecret: signInSecret, keys: newKeys });
export type BeginKeys = z.infer<typeof beginKeys>;

/** A new recovery code takes the place of the one before. */
export const keepRecovery = z.object({
  presentSecret: signInSecret,
  keysId: z.uuid(),
  blob: slotBlob,
});
export type KeepRecovery = z.infer<typeof keepRecovery>;
export const ofKeys = z.object({ keysId: z.uuid() });

const hash = bytes(LARGEST_KEY_BYTES);

/** An entry of the key directory that somebody makes for own keys. */
export const appendEntry = ofCohort.extend({
  entry: z.object({
    sequence: z.int().min(1),
    previous: hash,
    kind: z.enum(['added', 'replaced']),
    accountId: z.uuid(),
    keysId: z.uuid(),
    sealingPublic: bytes(LARGEST_KEY_BYTES),
    signingPublic: bytes(LARGEST_KEY_BYTES),
    at: z.int().min(0),
    signature: bytes(LARGEST_KEY_BYTES),
    hash,
  }),
});
export type AppendEntry = z.infer<typeof appendEntry>;

export const keepTrust = ofCohort.extend({
  blob: sealed(LARGEST_TRUST_BYTES),
  /** The record that it was made from: another tab may have written meanwhile. */
  replaces: bytes(LARGEST_TRUST_BYTES).nullable(),
});
export type KeepTrust = z.infer<typeof keepTrust>;
