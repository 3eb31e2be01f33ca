import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { PersonScope, Scope } from '$lib/access/scope.server';
import { keepPasskeySlot } from '$lib/key/keeping/commands.server';
import { AppError, notFound } from '$lib/platform/errors';
import {
  comeIn,
  ensurePresentSecret,
  type Place,
  type SignedIn,
  type StartedSession,
} from '../commands.server';
import { ensureAnotherFactor } from '../second-factor/commands.server';
import { mailSecondFactorChanged } from '../second-factor/mail.server';
import type { AddPasskey, PasskeySignIn, RenamePasskey, RenewPasskey } from './schema';

const CHALLENGE_MINUTES = 10;
/** Enough for every device that one has; a list has to stay one that people understand. */
const MOST_PASSKEYS = 20;

/** Whom authenticators bind a passkey to. A passkey is worth nothing on any other site. */
const relyingParty = (origin: string): string => new URL(origin).hostname;

/** The account's id, as authenticators keep it with the passkey. */
const handleOf = (accountId: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(accountId.replaceAll('-', ''), 'hex'));

async function keepChallenge({ db, clock }: Scope, challenge: string, owner: string | null) {
  const expiresAt = new Date(clock.now().getTime() + CHALLENGE_MINUTES * 60_000);
  await db.$executeRaw`SELECT app.passkey_challenge_begin(${challenge}, ${owner}::uuid,
    ${expiresAt}::timestamptz)`;
}

/** What is unlocked beside signing in is the browser's alone: it names the extensions (authenticator.ts). */
function withoutExtensions<Options extends { extensions?: unknown }>({
  extensions: _,
  ...options
}: Options): Omit<Options, 'extensions'> {
  return options;
}

/** Takes a challenge that was kept, once; for the library, which finds it in the answer. */
const challengeOf =
  ({ db, clock }: Scope, owner: string | null) =>
  async (challenge: string): Promise<boolean> => {
    const [row] = await db.$queryRaw<{ isThere: boolean }[]>`
      SELECT app.passkey_challenge_use(${challenge}, ${owner}::uuid,
        ${clock.now()}::timestamptz) AS "isThere"`;
    return row!.isThere;
  };

/** The library throws sentences for programmers: whatever it finds wrong, the answer is refused. */
const verified = <T extends { verified: boolean }>(verification: Promise<T>): Promise<T | null> =>
  verification.then(
    (result) => (result.verified ? result : null),
    () => null,
  );

/**
 * What the authenticator is asked for a new passkey.
 *
 * @throws AppError `passkeys_full`
 */
export async function beginPasskey(
  scope: PersonScope,
  origin: string,
  { presentSecret }: { presentSecret: string },
) {
  const { db, actor } = scope;
  const { accountId, name } = actor;
  await ensurePresentSecret(scope, presentSecret);
  const known = await db.passkey.findMany({
    where: { accountId },
    select: { credentialId: true, transports: true },
  });
  if (known.length >= MOST_PASSKEYS) throw new AppError('passkeys_full', { limit: MOST_PASSKEYS });
  const { email } = await db.credential.findUniqueOrThrow({
    where: { accountId },
    select: { email: true },
  });
  const options = await generateRegistrationOptions({
    rpName: 'Werkraum',
    rpID: relyingParty(origin),
    userID: handleOf(accountId),
    userName: email,
    userDisplayName: name,
    attestationType: 'none',
    excludeCredentials: known.map(({ credentialId, transports }) => ({
      id: credentialId,
      transports,
    })),
    // Found without an address, and never without finger, face or PIN: it stands for both factors.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  await keepChallenge(scope, options.challenge, accountId);
  return withoutExtensions(options);
}

/** @throws AppError `passkey_refused`, `keys_changed` */
export async function addPasskey(
  scope: PersonScope,
  { origin, device }: { origin: string; device: string },
  { id, name, slot, answer }: AddPasskey,
): Promise<void> {
  const { db, clock, actor } = scope;
  const { accountId } = actor;
  const found = await verified(
    verifyRegistrationResponse({
      response: { ...answer, clientExtensionResults: {} } as never,
      expectedChallenge: challengeOf(scope, accountId),
      expectedOrigin: origin,
      expectedRPID: relyingParty(origin),
      requireUserVerification: true,
    }),
  );
  if (!found?.registrationInfo) throw new AppError('passkey_refused');
  const { credential, credentialBackedUp } = found.registrationInfo;
  await db.passkey.createMany({
    data: [
      {
        id,
        accountId,
        credentialId: credential.id,
        publicKey: credential.publicKey,
        counter: credential.counter,
        transports: answer.response.transports ?? [],
        name,
        device,
        isSynced: credentialBackedUp,
        createdAt: clock.now(),
      },
    ],
  });
  if (slot) await keepPasskeySlot({ db, clock, accountId }, id, slot);
  await mailSecondFactorChanged(scope, 'passkey_added');
}

/** @throws AppError `not_found` */
export async function renamePasskey(
  { db, actor }: PersonScope,
  { passkeyId, name }: RenamePasskey,
): Promise<void> {
  const { count } = await db.passkey.updateMany({
    where: { id: passkeyId, accountId: actor.accountId },
    data: { name },
  });
  if (count === 0) throw notFound();
}

/**
 * Ties a passkey from before to the keys in use.
 *
 * @throws AppError `keys_changed`
 */
export async function renewPasskey(
  scope: PersonScope,
  { passkeyId, presentSecret, slot }: RenewPasskey,
): Promise<void> {
  const { db, clock, actor } = scope;
  const { accountId } = actor;
  await ensurePresentSecret(scope, presentSecret);
  if ((await db.passkey.count({ where: { id: passkeyId, accountId } })) === 0) throw notFound();
  await keepPasskeySlot({ db, clock, accountId }, passkeyId, slot);
}

/** @throws AppError `second_factor_last` where nothing else would be asked for beside the password */
export async function removePasskey(
  scope: PersonScope,
  { passkeyId }: { passkeyId: string },
): Promise<void> {
  const { db, actor } = scope;
  const own = { id: passkeyId, accountId: actor.accountId };
  if ((await db.passkey.count({ where: own })) === 0) throw notFound();
  await ensureAnotherFactor(scope);
  await db.passkey.deleteMany({ where: own });
  await mailSecondFactorChanged(scope, 'passkey_removed');
}

/** What any authenticator is asked: whoever has a passkey of this site. It names nobody. */
export async function beginSignIn(scope: Scope, origin: string) {
  const options = await generateAuthenticationOptions({
    rpID: relyingParty(origin),
    userVerification: 'required',
  });
  await keepChallenge(scope, options.challenge, null);
  return withoutExtensions(options);
}

interface FoundPasskey {
  id: string;
  accountId: string;
  publicKey: Uint8Array<ArrayBuffer>;
  counter: bigint;
}

/**
 * Signs in with a passkey. It takes the place of the password and of the second factor: the device is one
 * thing, the finger, face or PIN that it asked for the other.
 *
 * @throws AppError `passkey_refused`, for an unknown one as for a wrong answer
 */
export async function signInWithPasskey(
  scope: Scope,
  origin: string,
  place: Place,
  { answer }: PasskeySignIn,
): Promise<SignedIn & { session: StartedSession }> {
  const { db, clock } = scope;
  const [passkey] = await db.$queryRaw<FoundPasskey[]>`
    SELECT * FROM app.passkey_find(${answer.id})`;
  if (!passkey) throw new AppError('passkey_refused');
  const found = await verified(
    verifyAuthenticationResponse({
      response: { ...answer, clientExtensionResults: {} } as never,
      expectedChallenge: challengeOf(scope, null),
      expectedOrigin: origin,
      expectedRPID: relyingParty(origin),
      requireUserVerification: true,
      credential: {
        id: answer.id,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: Number(passkey.counter),
      },
    }),
  );
  if (!found) throw new AppError('passkey_refused');
  const { newCounter, credentialBackedUp } = found.authenticationInfo;
  await db.$executeRaw`SELECT app.passkey_used(${passkey.id}::uuid, ${newCounter}::bigint,
    ${credentialBackedUp}, ${clock.now()}::timestamptz)`;
  return comeIn(scope, place, passkey.accountId, passkey.id);
}
