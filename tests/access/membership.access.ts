import { newId } from '$lib/platform/id';
import type { World } from '../factories/world';
import { aCohortOfTheOrganiser, insiders, organiserOnly } from './cohort.access';
import type { AccessTable, Refusal } from './table';

/** Somebody in a team of cohort A about whom the rest of the table does not care. */
async function somebody(world: World) {
  const teamId = await world.addTeam(world.cohortA, `Ort ${newId()}`);
  const person = await world.addPerson('Jemand', {
    cohortId: world.cohortA,
    role: 'member',
    teamId,
  });
  return { cohortId: world.cohortA, membershipId: person.membershipId };
}

const readersOnly = { ...insiders, expert: 'not_found' };

export const table: AccessTable = {
  'membership.directory': {
    input: ({ cohortA }) => ({ cohortId: cohortA }),
    expected: insiders,
  },
  'membership.person': {
    input: ({ cohortA, people }) => ({
      cohortId: cohortA,
      membershipId: people.member.membershipId,
    }),
    expected: insiders,
  },
  'membership.updateEntry': {
    input: ({ cohortA, people }) => ({
      cohortId: cohortA,
      membershipId: people.member.membershipId,
      occupation: 'Ehrenamtskoordination',
    }),
    expected: { anonymous: 'sign_in_required', member: 'ok', rest: 'not_found' },
  },
  'membership.log': { input: ({ cohortA }) => ({ cohortId: cohortA }), expected: readersOnly },
  'membership.download': {
    input: ({ cohortA }) => ({ cohortId: cohortA, format: 'csv' }),
    expected: insiders,
  },
  'membership.downloadLog': {
    input: ({ cohortA }) => ({ cohortId: cohortA, format: 'csv' }),
    expected: readersOnly,
  },
  'membership.end': {
    input: async (world) => ({ ...(await somebody(world)), reason: 'Elternzeit' }),
    expected: organiserOnly,
  },
  'membership.replace': {
    input: async (world) => ({
      ...(await somebody(world)),
      id: newId(),
      email: `nachfolge-${newId()}@example.org`,
      name: 'Nachfolge',
      reason: 'Elternzeit',
    }),
    expected: organiserOnly,
  },
  'membership.giveRole': {
    input: async (world) => ({
      ...(await somebody(world)),
      id: newId(),
      role: 'moderator',
      reason: 'Vertretung',
    }),
    expected: organiserOnly,
  },
};

export const refusals: Refusal[] = [
  {
    procedure: 'membership.end',
    as: 'organiser',
    input: async (world) => ({ ...(await aCohortOfTheOrganiser(world)), reason: 'Ruhestand' }),
    expected: 'last_organiser',
  },
];
