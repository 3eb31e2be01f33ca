import { newId } from '$lib/platform/id';
import { anAgreement } from '../factories/agreement';
import { aWorkshop } from '../factories/workshop';
import type { World } from '../factories/world';
import { readers } from './expected';
import type { AccessRow, AccessTable, Refusal } from './table';

/** Those whom it is up to, and the moderators. */
const responsible = {
  ...readers,
  otherTeam: 'agreement_not_yours',
  organiser: 'agreement_not_yours',
} satisfies AccessRow['expected'];

const someAgreement = ({ cohortA, teams }: World) => ({
  cohortId: cohortA,
  agreementId: newId(),
  version: 0,
  what: 'Wir schreiben den Aufruf.',
  teamIds: [teams.ahlen],
  membershipIds: [] as string[],
  dueOn: '2099-03-13',
});

export const table: AccessTable = {
  'agreement.list': { input: ({ cohortA }) => ({ cohortId: cohortA }), expected: readers },
  'agreement.ofWorkshop': {
    input: async (world) => {
      const { cohortId, workshopId } = await aWorkshop(world, { date: '2026-03-13' });
      return { cohortId, workshopId };
    },
    expected: readers,
  },
  'agreement.form': { input: (world) => anAgreement(world), expected: responsible },
  'agreement.save': {
    input: someAgreement,
    expected: { ...readers, organiser: 'agreement_only_group' },
  },
  'agreement.settle': {
    input: async (world) => ({ ...(await anAgreement(world)), state: 'done' }),
    expected: responsible,
  },
  'agreement.download': {
    input: ({ cohortA }) => ({ cohortId: cohortA, format: 'csv' }),
    expected: readers,
  },
};

export const refusals: Refusal[] = [
  {
    procedure: 'agreement.save',
    as: 'otherTeam',
    input: async (world) => ({
      ...someAgreement(world),
      ...(await anAgreement(world)),
      version: 1,
    }),
    expected: 'agreement_not_yours',
  },
];
