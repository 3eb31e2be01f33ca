import { aPlannedWorkshop, aPublishedWorkshop, planItems } from '../factories/agenda';
import type { World } from '../factories/world';
import { readers } from './expected';
import type { AccessRow, AccessTable, Refusal } from './table';

/** A plan is the moderators' own; others who see the workshop are told so. */
const plannersOnly = {
  ...readers,
  member: 'agenda_only_moderators',
  partnerMember: 'agenda_only_moderators',
  otherTeam: 'agenda_only_moderators',
  organiser: 'agenda_only_moderators',
} satisfies AccessRow['expected'];

const planned = async (world: World) => (await aPlannedWorkshop(world)).ref;

const toPublish = async (world: World) => {
  const { ref, revision } = await aPlannedWorkshop(world);
  return { ...ref, revision, version: 1 };
};

export const table: AccessTable = {
  'agenda.publish.preview': { input: planned, expected: plannersOnly },
  'agenda.publish.publish': { input: toPublish, expected: plannersOnly },
  'agenda.publish.programme': {
    input: async (world) => ({ ...(await aPublishedWorkshop(world)).ref, version: 1 }),
    expected: readers,
  },
  'agenda.paper.read': {
    input: async (world) => ({ ...(await aPublishedWorkshop(world)).ref, sheet: 'run-sheet' }),
    expected: plannersOnly,
  },
  'agenda.paper.calendar': {
    input: async (world) => (await aPublishedWorkshop(world)).ref,
    expected: readers,
  },
  'agenda.paper.pdf': {
    input: async (world) => ({ ...(await aPublishedWorkshop(world)).ref, sheet: 'programme' }),
    expected: readers,
  },
};

const refused = (
  expected: string,
  input: (world: World) => unknown,
  procedure = 'agenda.publish.publish',
): Refusal => ({ procedure, as: 'moderator', input, expected });

export const refusals: Refusal[] = [
  refused('agenda_workshop_is_held', async (world) => {
    const input = await toPublish(world);
    await world.owner.workshop.update({ where: { id: input.workshopId }, data: { state: 'held' } });
    return input;
  }),
  refused('agenda_is_empty', async (world) => {
    const { workshop, ref } = await aPlannedWorkshop(world);
    return { ...ref, revision: await planItems(world, workshop, []), version: 1 };
  }),
  refused('agenda_departure_needs_reason', async (world) => {
    const { workshop, ref, welcome } = await aPlannedWorkshop(world);
    return { ...ref, revision: await planItems(world, workshop, [welcome]), version: 1 };
  }),
  refused('agenda_is_unchanged', async (world) => {
    const { ref, revision } = await aPublishedWorkshop(world);
    return { ...ref, revision, version: 2, reason: 'Weil.' };
  }),
  refused('agenda_change_needs_reason', async (world) => {
    const { workshop, ref, welcome, work } = await aPublishedWorkshop(world);
    const revision = await planItems(world, workshop, [work, welcome]);
    return { ...ref, revision, version: 2 };
  }),
  refused('conflict', async (world) => {
    const { workshop, ref, welcome, work, revision } = await aPlannedWorkshop(world);
    await planItems(world, workshop, [work, welcome]);
    return { ...ref, revision, version: 1 };
  }),
];
