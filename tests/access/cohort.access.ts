import { eraseDue } from '$lib/cohort/erasure/commands.server';
import { erasureDueAt } from '$lib/cohort/erasure/waiting-time';
import { newId } from '$lib/platform/id';
import type { World } from '../factories/world';
import type { AccessTable, Refusal } from './table';

/** A cohort of which the organiser of cohort A is the only organiser; cohort A stays as it is. */
export async function aCohortOfTheOrganiser(world: World) {
  const cohortId = await world.addCohort('Durchgang des Tests');
  const { accountId } = world.people.organiser;
  const membershipId = newId();
  const now = world.clock.now();
  await world.owner.membership.create({
    data: { cohortId, id: membershipId, accountId, role: 'organiser', joinedAt: now },
  });
  const charter = await world.owner.charter.findFirstOrThrow({ where: { cohortId } });
  await world.owner.charterAcceptance.create({
    data: { cohortId, charterId: charter.id, accountId, at: now },
  });
  return { cohortId, membershipId };
}

/** The same, laid to rest. */
export async function anArchivedCohort(world: World) {
  const { cohortId, membershipId } = await aCohortOfTheOrganiser(world);
  await world.owner.cohort.update({ where: { id: cohortId }, data: { state: 'archived' } });
  return { cohortId, membershipId };
}

/** A draft without people, of which the organiser of cohort A is the organiser. */
async function aDraft(world: World) {
  const { cohortId } = await aCohortOfTheOrganiser(world);
  await world.owner.cohort.update({ where: { id: cohortId }, data: { state: 'draft' } });
  return { cohortId };
}

const erasing = ({ cohortId }: { cohortId: string }) => ({
  cohortId,
  confirmation: 'Durchgang des Tests',
  backupNote: 'Sicherungen leben 90 Tage.',
});

/** A cohort that was erased when its time had come. */
export async function anErasedCohort(world: World) {
  const { cohortId } = await anArchivedCohort(world);
  await (await world.as('organiser')).cohort.askErasure(erasing({ cohortId }));
  await world.asSystem(null, (scope) =>
    eraseDue({ ...scope, clock: later(world) }, { origin: 'http://localhost:3000' }),
  );
  return { cohortId };
}

const later = (world: World) => ({ now: () => erasureDueAt(world.clock.now()) });

export const joinedOnly = {
  anonymous: 'sign_in_required',
  outsider: 'not_found',
  administrator: 'not_found',
  former: 'not_found',
  rest: 'ok',
};
export const organiserOnly = {
  anonymous: 'sign_in_required',
  organiser: 'ok',
  rest: 'not_found',
};
export const staffOnly = { ...organiserOnly, moderator: 'ok' };
/** Everyone in the cohort but partners. */
export const insiders = { ...joinedOnly, partner: 'not_found' };

export const table: AccessTable = {
  'cohort.frame': { input: ({ cohortA }) => ({ cohortId: cohortA }), expected: joinedOnly },
  'cohort.mine': {
    input: () => undefined,
    expected: { anonymous: 'sign_in_required', rest: 'ok' },
  },
  'cohort.settings': { input: ({ cohortA }) => ({ cohortId: cohortA }), expected: organiserOnly },
  'cohort.update': {
    input: async ({ owner, cohortA }) => {
      const { version } = await owner.cohort.findUniqueOrThrow({ where: { id: cohortA } });
      return { cohortId: cohortA, version, name: 'Durchgang A', siteSeats: 10 };
    },
    expected: organiserOnly,
  },
  'cohort.moveTo': {
    input: ({ cohortA }) => ({ cohortId: cohortA, to: 'closed' }),
    expected: organiserOnly,
  },
  'cohort.discard': {
    input: aDraft,
    expected: { ...organiserOnly, administrator: 'ok' },
  },
  'cohort.askErasure': {
    input: async (world) => erasing(await anArchivedCohort(world)),
    expected: organiserOnly,
  },
  'cohort.withdrawErasure': { input: anArchivedCohort, expected: organiserOnly },
  'cohort.certificate': {
    input: anErasedCohort,
    expected: { ...organiserOnly, administrator: 'ok' },
  },
  'cohort.erased': {
    input: () => undefined,
    expected: { anonymous: 'sign_in_required', rest: 'ok' },
  },
};

export const refusals: Refusal[] = [
  {
    procedure: 'cohort.moveTo',
    as: 'organiser',
    input: async (world) => ({
      cohortId: (await aCohortOfTheOrganiser(world)).cohortId,
      to: 'draft',
    }),
    expected: 'cohort_state_unreachable',
  },
  {
    procedure: 'cohort.askErasure',
    as: 'organiser',
    input: async (world) => erasing(await aCohortOfTheOrganiser(world)),
    expected: 'cohort_not_archived',
  },
];
