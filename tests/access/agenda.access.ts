import { newItem } from '$lib/agenda/document';
import { newId } from '$lib/platform/id';
import { aWorkshop } from '../factories/workshop';
import type { World } from '../factories/world';
import { closed } from './expected';
import type { AccessTable, Refusal } from './table';

/** What is planned is the moderators' own; the others of the cohort read why. */
const forModerators = {
  ...closed,
  member: 'agenda_only_moderators',
  partnerMember: 'agenda_only_moderators',
  otherTeam: 'agenda_only_moderators',
  moderator: 'ok',
  organiser: 'agenda_only_moderators',
} as const;

const ref = async (world: World, said: Parameters<typeof aWorkshop>[1] = {}) => {
  const { cohortId, workshopId } = await aWorkshop(world, said);
  return { cohortId, workshopId };
};

const insertion = () => ({
  type: 'insert_item',
  item: newItem({ id: newId(), kind: 'input', minutes: 30 }),
  beforeId: null,
});

const change = async (world: World, said: Parameters<typeof aWorkshop>[1] = {}) => ({
  ...(await ref(world, said)),
  id: newId(),
  since: 0,
  operations: [insertion()],
});

export const table: AccessTable = {
  'agenda.open': { input: (world) => ref(world), expected: forModerators },
  'agenda.changesSince': {
    input: async (world) => ({ ...(await ref(world)), since: 0 }),
    expected: forModerators,
  },
  'agenda.change': { input: (world) => change(world), expected: forModerators },
};

export const refusals: Refusal[] = [
  {
    procedure: 'agenda.change',
    as: 'moderator',
    input: (world) => change(world, { state: 'held', date: '2026-03-13' }),
    expected: 'agenda_workshop_is_held',
  },
  {
    procedure: 'agenda.change',
    as: 'moderator',
    input: (world) => change(world, { state: 'cancelled', date: '2026-03-13' }),
    expected: 'agenda_workshop_is_cancelled',
  },
];
