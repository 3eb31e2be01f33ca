import { newId } from '$lib/platform/id';
import type { World } from '../factories/world';
import { aCohortOfTheOrganiser, insiders, organiserOnly } from './cohort.access';
import type { AccessTable, Refusal } from './table';

const aTeam = async (world: World) => ({
  cohortId: world.cohortA,
  teamId: await world.addTeam(world.cohortA, `Ort ${newId()}`),
});

const settings = () => ({
  name: `Ort ${newId()}`,
  siteKind: 'city',
  inhabitants: 53_000,
  tileColumn: 1,
  tileRow: 1,
});

export const table: AccessTable = {
  'team.get': {
    input: ({ cohortA, teams }) => ({ cohortId: cohortA, teamId: teams.ahlen }),
    expected: insiders,
  },
  'team.forManaging': {
    input: ({ cohortA }) => ({ cohortId: cohortA }),
    expected: organiserOnly,
  },
  'team.download': {
    input: ({ cohortA }) => ({ cohortId: cohortA, format: 'csv' }),
    expected: insiders,
  },
  'team.create': {
    input: async ({ owner, cohortA }) => {
      await owner.cohort.update({ where: { id: cohortA }, data: { siteSeats: 200 } });
      return { cohortId: cohortA, id: newId(), ...settings() };
    },
    expected: organiserOnly,
  },
  'team.update': {
    input: async (world) => ({ ...(await aTeam(world)), ...settings(), version: 1 }),
    expected: organiserOnly,
  },
  'team.updateSite': {
    input: async ({ owner, cohortA, teams }) => {
      const { version } = await owner.team.findUniqueOrThrow({ where: { id: teams.ahlen } });
      return { cohortId: cohortA, teamId: teams.ahlen, version, aims: '<p>Ziele</p>' };
    },
    expected: {
      anonymous: 'sign_in_required',
      member: 'ok',
      partnerMember: 'ok',
      organiser: 'ok',
      otherTeam: 'only_own_site',
      moderator: 'only_own_site',
      expert: 'only_own_site',
      rest: 'not_found',
    },
  },
  'team.remove': { input: aTeam, expected: organiserOnly },
};

export const refusals: Refusal[] = [
  {
    procedure: 'team.create',
    as: 'organiser',
    input: async (world) => {
      const { cohortId } = await aCohortOfTheOrganiser(world);
      await world.owner.cohort.update({ where: { id: cohortId }, data: { siteSeats: 1 } });
      await world.addTeam(cohortId, 'Olpe');
      return { cohortId, id: newId(), ...settings() };
    },
    expected: 'no_seat_left',
  },
];
