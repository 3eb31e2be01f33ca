import { toBase64url } from '$lib/platform/base64url';
import { newId } from '$lib/platform/id';
import { openBlob, sealBlob, unwrapKey, wrapKey } from './blob';
import { decoded, encode, type Bytes } from './encoding';

/** What the server keeps of a person's keys; everything base64url. */
export type StoredKeys = {
  /** One set of keys; new ones after everything was lost get a new id. */
  keysId: string;
  /** P-256 points, uncompressed, 65 bytes. */
  sealingPublic: string;
  signingPublic: string;
  /** The private halves, encrypted with the account key. */
  keyring: string;
};

/** Ready to use, and not to be read: these keys cannot leave the browser they are opened in. */
export type UnlockedKeys = {
  accountId: string;
  keysId: string;
  /** HPKE, DHKEM P-256: what others seal for this person. */
  sealing: CryptoKeyPair;
  /** ECDSA P-256 with SHA-256. */
  signing: CryptoKeyPair;
  /** AES-256-GCM for what this person keeps for her- or himself: notes, drafts, what was compared. */
  own: CryptoKey;
  sealingPublic: Bytes;
  signingPublic: Bytes;
};

/** Each opens the account key by itself. */
export type Slot = {
  kind: 'password' | 'recovery' | 'passkey';
  accountId: string;
  keysId: string;
};

const ECDH = { name: 'ECDH', namedCurve: 'P-256' };
export const ECDSA = { name: 'ECDSA', namedCurve: 'P-256' };
const OWN_KEY = { name: 'AES-GCM', length: 256 };
const text = new TextDecoder();
const utf8 = new TextEncoder();

const slotContext = ({ kind, accountId, keysId }: Slot): Bytes =>
  encode('werkraum/slot/1', kind, accountId, keysId);

const keyringContext = (accountId: string, keys: Omit<StoredKeys, 'keyring'>): Bytes =>
  encode(
    'werkraum/keyring/1',
    accountId,
    keys.keysId,
    decoded(keys.sealingPublic),
    decoded(keys.signingPublic),
  );

const exported = async (format: 'raw' | 'pkcs8', key: CryptoKey): Promise<string> =>
  toBase64url(new Uint8Array(await crypto.subtle.exportKey(format, key)));

/**
 * A new set of keys for an account: HPKE and signing pair, a key for own things, all under a random
 * account key that only slots hold. `accountKey` is extractable, to be wrapped into slots, and is kept
 * no longer than that takes.
 */
export async function createAccountKeys(
  accountId: string,
): Promise<{ stored: StoredKeys; accountKey: CryptoKey; unlocked: UnlockedKeys }> {
  const [accountKey, sealing, signing, own] = await Promise.all([
    crypto.subtle.generateKey(OWN_KEY, true, ['encrypt', 'decrypt']),
    crypto.subtle.generateKey(ECDH, true, ['deriveBits']),
    crypto.subtle.generateKey(ECDSA, true, ['sign', 'verify']),
    crypto.subtle.generateKey(OWN_KEY, true, ['encrypt', 'decrypt']),
  ]);
  const [sealingPublic, signingPublic, sealingPrivate, signingPrivate, ownRaw] = await Promise.all([
    exported('raw', sealing.publicKey),
    exported('raw', signing.publicKey),
    exported('pkcs8', sealing.privateKey),
    exported('pkcs8', signing.privateKey),
    exported('raw', own),
  ]);
  const named = { keysId: newId(), sealingPublic, signingPublic };
  const plain = utf8.encode(
    JSON.stringify({ sealing: sealingPrivate, signing: signingPrivate, own: ownRaw }),
  );
  const keyring = await sealBlob(accountKey, 'keyring', keyringContext(accountId, named), plain);
  plain.fill(0);
  const stored = { ...named, keyring: toBase64url(keyring) };
  return { stored, accountKey, unlocked: await openAccountKeys(accountKey, accountId, stored) };
}

/** The account key under a slot's own key; base64url. */
export async function wrapAccountKey(
  accountKey: CryptoKey,
  wrappingKey: CryptoKey,
  slot: Slot,
): Promise<string> {
  return toBase64url(await wrapKey(accountKey, wrappingKey, slotContext(slot)));
}

/** @throws AppError `vault_wrong_key` (wrong password or code), `vault_unknown_version`, `vault_damaged` */
export const unwrapAccountKey = (
  blob: string,
  wrappingKey: CryptoKey,
  slot: Slot,
): Promise<CryptoKey> => unwrapKey(decoded(blob), wrappingKey, slotContext(slot));

/**
 * The keys of an account, as the browser keeps them: the private halves cannot be read any more.
 * The public halves are part of what is authenticated: a server that serves others is refused.
 * @throws AppError `vault_wrong_key`, `vault_unknown_version`, `vault_damaged`
 */
export async function openAccountKeys(
  accountKey: CryptoKey,
  accountId: string,
  stored: StoredKeys,
): Promise<UnlockedKeys> {
  const context = keyringContext(accountId, stored);
  const plain = await openBlob(accountKey, 'keyring', context, decoded(stored.keyring));
  const secret = JSON.parse(text.decode(plain)) as Record<'sealing' | 'signing' | 'own', string>;
  plain.fill(0);
  const sealingPublic = decoded(stored.sealingPublic);
  const signingPublic = decoded(stored.signingPublic);
  const { subtle } = crypto;
  const [sealingPrivateKey, sealingPublicKey, signingPrivateKey, signingPublicKey, own] =
    await Promise.all([
      subtle.importKey('pkcs8', decoded(secret.sealing), ECDH, false, ['deriveBits']),
      subtle.importKey('raw', sealingPublic, ECDH, true, []),
      subtle.importKey('pkcs8', decoded(secret.signing), ECDSA, false, ['sign']),
      subtle.importKey('raw', signingPublic, ECDSA, true, ['verify']),
      subtle.importKey('raw', decoded(secret.own), OWN_KEY, false, ['encrypt', 'decrypt']),
    ]);
  return {
    accountId,
    keysId: stored.keysId,
    sealing: { privateKey: sealingPrivateKey, publicKey: sealingPublicKey },
    signing: { privateKey: signingPrivateKey, publicKey: signingPublicKey },
    own,
    sealingPublic,
    signingPublic,
  };
}

const ownContext = (keys: UnlockedKeys, purpose: string): Bytes =>
  encode('werkraum/own/1', keys.accountId, purpose);

/** For nobody but oneself; `purpose` says what and where ("draft/<consultation>"). base64url. */
export async function sealOwn(keys: UnlockedKeys, purpose: string, plain: string): Promise<string> {
  const context = ownContext(keys, purpose);
  return toBase64url(await sealBlob(keys.own, 'own', context, utf8.encode(plain)));
}

/** @throws AppError `vault_wrong_key`, `vault_unknown_version`, `vault_damaged` */
export async function openOwn(keys: UnlockedKeys, purpose: string, blob: string): Promise<string> {
  return text.decode(await openBlob(keys.own, 'own', ownContext(keys, purpose), decoded(blob)));
}
