import { createHash, randomBytes } from 'node:crypto';
import { firstKeysFor, newKeysFor } from '../factories/keys';
import { givePassword, newPassword } from '../factories/password';
import type { ActorKind, World } from '../factories/world';
import type { AccessTable } from './table';

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/** A valid link of this kind, to whoever asks, or to somebody else where nobody is signed in. */
async function link(
  { owner, clock, people }: World,
  kind: ActorKind,
  linkKind: 'setup' | 'reset' | 'email_old',
) {
  const token = randomBytes(32).toString('base64url');
  const now = clock.now();
  await owner.accountLink.create({
    data: {
      tokenHash: hashOf(token),
      kind: linkKind,
      accountId:
        linkKind === 'setup' ? null : people[kind === 'anonymous' ? 'member' : kind].accountId,
      email: linkKind === 'email_old' ? 'new@example.org' : null,
      createdAt: now,
      expiresAt: new Date(now.getTime() + 60_000),
    },
  });
  return token;
}

const personOf = ({ people }: World, kind: ActorKind) =>
  people[kind === 'anonymous' ? 'member' : kind];

/** The present secret of whoever asks. */
const presentSecret = async (world: World, kind: ActorKind): Promise<string> =>
  (await givePassword(world, personOf(world, kind))).signInSecret;

const signedIn = { anonymous: 'sign_in_required', rest: 'ok' };
const administrators = {
  anonymous: 'sign_in_required',
  administrator: 'ok',
  rest: 'only_administrators',
};

const staff = {
  anonymous: 'sign_in_required',
  administrator: 'ok',
  organiser: 'ok',
  rest: 'not_found',
};

/** A member of cohort A whose request for deletion is due. */
async function dueRequest(world: World): Promise<{ accountId: string }> {
  const { cohortA, teams, clock, owner } = world;
  const place = { cohortId: cohortA, role: 'member', teamId: teams.menden } as const;
  const { accountId } = await world.addPerson('Lara', place);
  const deletionAsked = new Date(clock.now().getTime() - 15 * 86_400_000);
  await owner.account.update({ where: { id: accountId }, data: { deletionAsked } });
  return { accountId };
}

async function testMailOf({ owner, clock }: World): Promise<{ mailId: string }> {
  const mailId = crypto.randomUUID();
  await owner.mail.create({
    data: { id: mailId, recipient: 'ada@example.org', kind: 'mail_test', createdAt: clock.now() },
  });
  return { mailId };
}

export const table: AccessTable = {
  'account.signInParameters': {
    input: () => ({ email: 'whoever@example.org' }),
    expected: { rest: 'ok' },
  },
  'account.signIn': {
    input: async (world) => givePassword(world, await world.addPerson('Gerd', 'administrator')),
    expected: { rest: 'ok' },
  },
  'account.signOut': { input: () => undefined, expected: { rest: 'ok' } },
  'account.own': { input: () => undefined, expected: signedIn },
  'account.changeProfile': {
    input: (world, kind) => ({ name: personOf(world, kind).name, locale: 'de' }),
    expected: signedIn,
  },
  'account.endSession': {
    input: async (world, kind) => {
      const { accountId } = personOf(world, kind);
      const { id } = await world.services.sessions.start(accountId, 'Test');
      return { sessionHash: hashOf(id) };
    },
    expected: signedIn,
  },
  'account.signOutEverywhere': { input: () => undefined, expected: signedIn },
  'account.changePassword': {
    input: async (world, kind) => {
      const { accountId } = personOf(world, kind);
      // The first keys: another test may have begun with some already.
      await world.owner.accountKeys.deleteMany({ where: { accountId } });
      return {
        presentSecret: await presentSecret(world, kind),
        password: newPassword(),
        keys: await firstKeysFor(accountId),
      };
    },
    expected: signedIn,
  },
  'account.requestReset': {
    input: (_world, kind) => ({ email: `nobody-${kind}@example.org` }),
    expected: { rest: 'ok' },
  },
  'account.resetLink': {
    input: async (world, kind) => ({ token: await link(world, kind, 'reset') }),
    expected: { rest: 'ok' },
  },
  'account.resetPassword': {
    input: async (world, kind) => ({
      token: await link(world, kind, 'reset'),
      password: newPassword(),
      keys: await firstKeysFor(personOf(world, kind).accountId),
    }),
    expected: { rest: 'ok' },
  },
  'account.resetKeys': {
    input: async (world, kind) => ({ token: await link(world, kind, 'reset') }),
    expected: { rest: 'ok' },
  },
  'account.changeEmail': {
    input: async (world, kind) => ({
      email: `new-${kind}@example.org`,
      presentSecret: await presentSecret(world, kind),
    }),
    expected: signedIn,
  },
  'account.cancelEmailChange': { input: () => undefined, expected: signedIn },
  'account.emailLink': {
    input: async (world, kind) => ({ token: await link(world, kind, 'email_old') }),
    expected: { rest: 'ok' },
  },
  'account.confirmEmail': {
    input: async (world, kind) => ({ token: await link(world, kind, 'email_old') }),
    expected: { rest: 'ok' },
  },
  'account.export': { input: () => undefined, expected: signedIn },
  'account.askForDeletion': {
    input: async (world, kind) => {
      // The last administrator could not go.
      await world.addPerson('Zweite', 'administrator');
      return { presentSecret: await presentSecret(world, kind) };
    },
    expected: signedIn,
  },
  'account.keepAccount': { input: () => undefined, expected: signedIn },
  'account.deletionRequests': { input: () => undefined, expected: staff },
  'account.eraseAccount': { input: dueRequest, expected: staff },
  'account.setupLink': {
    input: async (world, kind) => ({ token: await link(world, kind, 'setup') }),
    expected: { rest: 'ok' },
  },
  'account.setUp': {
    input: async (world, kind) => {
      await world.owner.installation.update({ where: { id: 1 }, data: { setUpAt: null } });
      const id = crypto.randomUUID();
      return {
        id,
        keys: await newKeysFor(id),
        token: await link(world, kind, 'setup'),
        organisation: 'Testhaus',
        contactEmail: 'haus@example.org',
        address: '',
        representative: '',
        phone: '',
        name: 'Erste Verwaltung',
        email: `first-${crypto.randomUUID()}@example.org`,
        locale: 'de',
        password: newPassword(),
      };
    },
    expected: { rest: 'ok' },
  },
  'account.sendTestMail': { input: () => undefined, expected: administrators },
  'account.testMailState': { input: testMailOf, expected: administrators },
};
