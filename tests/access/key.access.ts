import { fromBase64url, toBase64url } from '$lib/platform/base64url';
import { enterKeys, giveKeys, newKeysFor, nextEntry } from '../factories/keys';
import { givePassword } from '../factories/password';
import type { ActorKind, World } from '../factories/world';
import type { AccessTable } from './table';

const signedIn = { anonymous: 'sign_in_required', rest: 'ok' };
const group = {
  anonymous: 'sign_in_required',
  member: 'ok',
  partnerMember: 'ok',
  otherTeam: 'ok',
  moderator: 'ok',
  organiser: 'ok',
  expert: 'ok',
  rest: 'not_found',
};

const whoeverAsks = ({ people }: World, kind: ActorKind) =>
  people[kind === 'anonymous' ? 'member' : kind];

/** Bytes that look like a sealed blob of the first version. */
const blob = toBase64url(new Uint8Array([1, 1, 9, 9, 9]));

/** Whoever asks, with keys in use and a password. */
async function withKeys(world: World, kind: ActorKind) {
  const person = whoeverAsks(world, kind);
  const { keysId } = await giveKeys(world, person);
  const { signInSecret: presentSecret } = await givePassword(world, person);
  return { person, keysId, presentSecret };
}

export const table: AccessTable = {
  'key.own': { input: () => undefined, expected: signedIn },
  'key.begin': {
    input: async (world, kind) => {
      const person = whoeverAsks(world, kind);
      await world.owner.accountKeys.deleteMany({ where: { accountId: person.accountId } });
      const { signInSecret: presentSecret } = await givePassword(world, person);
      return { presentSecret, keys: await newKeysFor(person.accountId) };
    },
    expected: signedIn,
  },
  'key.recovery': { input: () => undefined, expected: signedIn },
  'key.keepRecovery': {
    input: async (world, kind) => {
      const { keysId, presentSecret } = await withKeys(world, kind);
      return { presentSecret, keysId, blob };
    },
    expected: signedIn,
  },
  'key.confirmRecovery': {
    input: async (world, kind) => {
      const { person, keysId } = await withKeys(world, kind);
      await world.owner.keySlot.create({
        data: {
          accountId: person.accountId,
          keysId,
          kind: 'recovery',
          blob: fromBase64url(blob)!,
          createdAt: world.clock.now(),
        },
      });
      return { keysId };
    },
    expected: signedIn,
  },
  'key.putOffRecovery': { input: () => undefined, expected: signedIn },
  'key.directory': {
    input: async (world) => {
      await world.owner.keyDirectoryEntry.deleteMany({ where: { cohortId: world.cohortA } });
      await enterKeys(world, world.people.otherTeam);
      return { cohortId: world.cohortA };
    },
    expected: group,
  },
  'key.append': {
    input: async (world, kind) => {
      const { cohortA: cohortId } = world;
      await world.owner.keyDirectoryEntry.deleteMany({ where: { cohortId } });
      const keys = await giveKeys(world, whoeverAsks(world, kind));
      return { cohortId, entry: await nextEntry(world, keys, cohortId) };
    },
    expected: group,
  },
  'key.keepTrust': {
    input: async ({ owner, cohortA: cohortId }) => {
      await owner.keyTrust.deleteMany({ where: { cohortId } });
      return { cohortId, blob, replaces: null };
    },
    expected: group,
  },
};
