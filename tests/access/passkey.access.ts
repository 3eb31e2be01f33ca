import { toBase64url } from '$lib/platform/base64url';
import { giveKeys } from '../factories/keys';
import { anAuthenticator } from '../factories/passkey';
import { givePassword } from '../factories/password';
import { aBrowser, givePasskey } from '../factories/second-factor';
import type { ActorKind, World } from '../factories/world';
import type { AccessTable } from './table';

const signedIn = { anonymous: 'sign_in_required', rest: 'ok' };
const anyone = { rest: 'ok' };

/** Bytes that look like a sealed blob of the first version. */
const blob = toBase64url(new Uint8Array([1, 1, 9, 9, 9]));

const personOf = ({ people }: World, kind: ActorKind) =>
  people[kind === 'anonymous' ? 'member' : kind];

/** A member of whom nobody else in the table needs anything. */
const someone = (world: World) =>
  world.addPerson('Pia', {
    cohortId: world.cohortA,
    role: 'member',
    teamId: world.teams.ahlen,
  });

/** A passkey of whoever asks, and a second one, so that one may go. */
async function ownPasskey(world: World, kind: ActorKind) {
  await world.signInAgain(kind);
  await world.owner.passkey.deleteMany({ where: { accountId: personOf(world, kind).accountId } });
  await givePasskey(world, personOf(world, kind));
  return givePasskey(world, personOf(world, kind));
}

export const table: AccessTable = {
  'passkey.list': { input: () => undefined, expected: signedIn },
  'passkey.opening': { input: () => undefined, expected: signedIn },
  'passkey.renew': {
    input: async (world, kind) => {
      const { id } = await ownPasskey(world, kind);
      const { keysId } = await giveKeys(world, personOf(world, kind));
      const { signInSecret } = await givePassword(world, personOf(world, kind));
      return { passkeyId: id, presentSecret: signInSecret, slot: { keysId, blob } };
    },
    expected: signedIn,
  },
  'passkey.begin': {
    input: async (world, kind) => {
      const { signInSecret } = await givePassword(world, personOf(world, kind));
      return { presentSecret: signInSecret };
    },
    expected: signedIn,
  },
  'passkey.add': {
    input: async (world, kind) => {
      await world.signInAgain(kind);
      const person = personOf(world, kind);
      const { signInSecret } = await givePassword(world, person);
      const api = await world.as(person);
      const { challenge } = await api.passkey.begin({ presentSecret: signInSecret });
      const answer = anAuthenticator().add(challenge);
      return { id: crypto.randomUUID(), name: 'Diensthandy', slot: null, answer };
    },
    expected: signedIn,
  },
  'passkey.rename': {
    input: async (world, kind) => {
      const { id } = await ownPasskey(world, kind);
      return { passkeyId: id, name: 'Schlüsselbund' };
    },
    expected: signedIn,
  },
  'passkey.remove': {
    input: async (world, kind) => ({ passkeyId: (await ownPasskey(world, kind)).id }),
    expected: signedIn,
  },
  'passkey.beginSignIn': { input: () => ({}), expected: anyone },
  'passkey.signIn': {
    input: async (world) => {
      const authenticator = await givePasskey(world, await someone(world));
      const { api } = await aBrowser(world);
      const { challenge } = await api.passkey.beginSignIn({});
      return { answer: authenticator.sign(challenge) };
    },
    expected: anyone,
  },
};
