import { codeAt } from '$lib/account/second-factor/time-code';
import { givePassword } from '../factories/password';
import { aBrowser, typedBytes, giveApp, givePasskey } from '../factories/second-factor';
import type { ActorKind, World } from '../factories/world';
import type { AccessTable, Refusal } from './table';

const staff = {
  anonymous: 'sign_in_required',
  organiser: 'ok',
  administrator: 'ok',
  rest: 'not_found',
};
const administrators = {
  anonymous: 'sign_in_required',
  administrator: 'ok',
  rest: 'not_found',
};

const personOf = ({ people }: World, kind: ActorKind) =>
  people[kind === 'anonymous' ? 'member' : kind];

const confirmed = async (world: World, kind: ActorKind) => ({
  presentSecret: (await givePassword(world, personOf(world, kind))).signInSecret,
});

/** An organiser or administrator of whom nobody else in the table needs anything. */
const anAdministrator = (world: World) => world.addPerson('Rita', 'administrator');

/** What whoever asks would send after the first step of setting an app up. */
async function begunApp(world: World, kind: ActorKind) {
  if (kind !== 'organiser' && kind !== 'administrator') return { sealed: 'x', code: '000000' };
  await world.signInAgain(kind);
  const api = await world.as(kind);
  const { sealed, secret } = await api.secondFactor.beginApp(await confirmed(world, kind));
  return { sealed, code: codeAt(typedBytes(secret), world.clock.now()) };
}

/** Nothing but a passkey beside the password. */
async function onlyPasskey(world: World) {
  const { accountId } = world.people.organiser;
  await world.owner.passkey.deleteMany({ where: { accountId } });
  await world.owner.secondFactor.deleteMany({ where: { accountId } });
  return { passkeyId: (await givePasskey(world, world.people.organiser)).id };
}

export const table: AccessTable = {
  'secondFactor.own': { input: () => undefined, expected: staff },
  'secondFactor.beginApp': { input: confirmed, expected: staff },
  'secondFactor.confirmApp': { input: begunApp, expected: staff },
  'secondFactor.removeApp': {
    input: async (world, kind) => {
      await world.signInAgain(kind);
      await givePasskey(world, personOf(world, kind));
      return confirmed(world, kind);
    },
    expected: staff,
  },
  'secondFactor.newCodes': { input: confirmed, expected: staff },
  'secondFactor.answer': {
    input: async (world) => {
      const { email, signInSecret, codes } = await giveApp(world, await anAdministrator(world));
      const { api } = await aBrowser(world);
      const { secondStep } = await api.account.signIn({ email, signInSecret });
      return { ticket: secondStep!.ticket, code: codes[0] };
    },
    expected: { rest: 'ok' },
  },
  'secondFactor.staff': { input: () => undefined, expected: administrators },
  'secondFactor.reset': {
    input: async (world) => {
      const person = await anAdministrator(world);
      await givePasskey(world, person);
      return { accountId: person.accountId, reason: 'Handy verloren' };
    },
    expected: administrators,
  },
};

export const refusals: Refusal[] = [
  {
    procedure: 'passkey.remove',
    as: 'organiser',
    input: onlyPasskey,
    expected: 'second_factor_last',
  },
];
