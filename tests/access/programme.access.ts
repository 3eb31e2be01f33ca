import { newId } from '$lib/platform/id';
import type { World } from '../factories/world';
import type { AccessTable, Refusal } from './table';

const administratorOnly = {
  anonymous: 'sign_in_required',
  administrator: 'ok',
  rest: 'not_found',
};

const aProgramme = async ({ owner, clock }: World) => {
  const id = newId();
  await owner.programme.create({ data: { id, name: 'Neu', createdAt: clock.now() } });
  return id;
};

const anOrganiser = async (world: World) => {
  const cohortId = await world.addCohort('Durchgang D');
  const { membershipId } = await world.addPerson('Oda', { cohortId, role: 'organiser' });
  return { cohortId, membershipId };
};

export const table: AccessTable = {
  'programme.list': { input: () => undefined, expected: administratorOnly },
  'programme.create': {
    input: () => ({ id: newId(), name: 'Neu' }),
    expected: administratorOnly,
  },
  'programme.rename': {
    input: async (world) => ({ programmeId: await aProgramme(world), name: 'Neuer', version: 1 }),
    expected: administratorOnly,
  },
  'programme.cohort': {
    input: ({ cohortA }) => ({ cohortId: cohortA }),
    expected: administratorOnly,
  },
  'programme.createCohort': {
    input: async (world) => ({ id: newId(), programmeId: await aProgramme(world), name: 'E' }),
    expected: administratorOnly,
  },
  'programme.appointOrganiser': {
    input: ({ cohortA }) => ({
      cohortId: cohortA,
      id: newId(),
      email: `orga-${newId()}@example.org`,
      reason: 'Vertretung',
    }),
    // An organiser of the cohort invites others by invitation.invite.
    expected: administratorOnly,
  },
  'programme.removeOrganiser': {
    input: async (world) => ({ ...(await anOrganiser(world)), reason: 'Neue Stelle' }),
    expected: administratorOnly,
  },
};

export const refusals: Refusal[] = [
  {
    procedure: 'programme.removeOrganiser',
    as: 'administrator',
    input: anOrganiser,
    expected: 'reason_missing',
  },
];
