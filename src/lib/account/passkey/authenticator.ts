import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import { toBase64url } from '$lib/platform/base64url';
import { AppError } from '$lib/platform/errors';
import { secureRandomBytes } from '$lib/platform/random';

// What the device answers, and beside it what it unlocks with: the output of WebAuthn's extension "prf"
// stays in the browser, whatever the answer says to the server.

export const canUsePasskeys = (): boolean => browserSupportsWebAuthn();

/** The same for everyone: what comes out differs with each passkey all the same (WebAuthn, section 10.1.4). */
const UNLOCK_INPUT = new TextEncoder().encode('werkraum protected area v1');

const extensions = { prf: { eval: { first: UNLOCK_INPUT } } };

/** Refusals of the device, by the names that the library gives them; everything else is "cancelled". */
const refusals: Record<string, string> = {
  ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED: 'passkey_known_already',
  ERROR_AUTHENTICATOR_MISSING_DISCOVERABLE_CREDENTIAL_SUPPORT: 'passkey_not_able',
  ERROR_AUTHENTICATOR_MISSING_USER_VERIFICATION_SUPPORT: 'passkey_not_able',
  ERROR_AUTHENTICATOR_NO_SUPPORTED_PUBKEYCREDPARAMS_ALG: 'passkey_not_able',
};

async function asked<Answer>(answer: Promise<Answer>, otherwise: string): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    const { code = '' } = error as { code?: string };
    throw new AppError(refusals[code] ?? otherwise);
  }
}

type Bytes = Uint8Array<ArrayBuffer>;

const unlockOutput = ({ prf }: { prf?: { results?: { first: unknown } } }): Bytes | null =>
  prf?.results?.first ? new Uint8Array(prf.results.first as ArrayBuffer) : null;

type Options<Start extends (options: never) => unknown> = Parameters<Start>[0] extends {
  optionsJSON: infer Json;
}
  ? Json
  : never;

/**
 * Makes a passkey on the device.
 *
 * @throws AppError `passkey_known_already`, `passkey_not_able`, `passkey_cancelled_adding`
 */
export async function addOnDevice(options: Options<typeof startRegistration>) {
  const optionsJSON = { ...options, extensions };
  const { clientExtensionResults, ...answer } = await asked(
    startRegistration({ optionsJSON }),
    'passkey_cancelled_adding',
  );
  const { prf } = clientExtensionResults;
  if (prf?.enabled !== true) return { answer, unlocksWith: null };
  const atOnce = unlockOutput(clientExtensionResults);
  return { answer, unlocksWith: atOnce ?? (await askOnceMore(answer.id, options.rp.id!)) };
}

/** Many devices tell only when they sign: a "no" means it opens nothing. */
const askOnceMore = (id: string, rpId: string): Promise<Bytes | null> =>
  unlockOnDevice([id], rpId).then(
    ({ unlocksWith }) => unlocksWith,
    () => null,
  );

/**
 * Asks a device for what it unlocks with; its signature is for nobody.
 *
 * @param only the passkeys that may answer, as authenticators call them
 * @throws AppError `passkey_cancelled`
 */
export async function unlockOnDevice(only: string[], rpId = location.hostname) {
  const challenge = toBase64url(secureRandomBytes(32));
  const options = { challenge, rpId, userVerification: 'required' as const };
  const { answer, unlocksWith } = await signOnDevice(options, only);
  return { id: answer.id, unlocksWith };
}

/**
 * Lets a passkey sign.
 *
 * @param only which passkeys may, as authenticators call them; whichever there is where it is left out
 * @throws AppError `passkey_cancelled`
 */
export async function signOnDevice(
  options: Options<typeof startAuthentication>,
  only: string[] = [],
) {
  const allowCredentials = only.map((id) => ({ id, type: 'public-key' as const }));
  const optionsJSON = {
    ...options,
    ...(allowCredentials.length > 0 && { allowCredentials }),
    extensions,
  };
  const { clientExtensionResults, ...answer } = await asked(
    startAuthentication({ optionsJSON }),
    'passkey_cancelled',
  );
  return { answer, unlocksWith: unlockOutput(clientExtensionResults) };
}
