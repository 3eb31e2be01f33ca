import { newId } from '$lib/platform/id';
import type { World } from '../factories/world';
import { aCohortOfTheOrganiser } from './cohort.access';
import type { AccessTable, Refusal } from './table';

const newestVersion = async ({ owner }: World, cohortId: string) =>
  owner.charter.findFirstOrThrow({ where: { cohortId }, orderBy: { version: 'desc' } });

/** Cohort A gets no new version in this table: everyone would owe its acceptance. */
const aTextFor = (cohortId: string, baseVersion: number) => ({
  cohortId,
  id: newId(),
  bodyDe: '<p>Wir schweigen.</p>',
  bodyEn: '<p>We keep quiet.</p>',
  baseVersion,
});

const joinedOnly = {
  anonymous: 'sign_in_required',
  outsider: 'not_found',
  administrator: 'not_found',
  former: 'not_found',
  rest: 'ok',
};
const organiserOnly = { anonymous: 'sign_in_required', organiser: 'ok', rest: 'not_found' };

export const table: AccessTable = {
  'charter.get': { input: ({ cohortA }) => ({ cohortId: cohortA }), expected: joinedOnly },
  'charter.history': { input: ({ cohortA }) => ({ cohortId: cohortA }), expected: joinedOnly },
  'charter.accept': {
    input: async (world) => ({
      cohortId: world.cohortA,
      charterId: (await newestVersion(world, world.cohortA)).id,
    }),
    expected: joinedOnly,
  },
  'charter.forEditing': {
    input: ({ cohortA }) => ({ cohortId: cohortA }),
    expected: organiserOnly,
  },
  'charter.publish': {
    // From a version that does not stand: whoever may publish learns of the conflict.
    input: ({ cohortA }) => aTextFor(cohortA, 99),
    expected: { ...organiserOnly, organiser: 'conflict' },
  },
};

export const refusals: Refusal[] = [
  {
    procedure: 'charter.publish',
    as: 'organiser',
    // A second version that does not say what is new.
    input: async (world) => aTextFor((await aCohortOfTheOrganiser(world)).cohortId, 1),
    expected: 'charter_changes_missing',
  },
];
