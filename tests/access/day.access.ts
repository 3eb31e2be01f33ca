import { newId } from '$lib/platform/id';
import { aDay, aNote, aTap, type SomeDay } from '../factories/day';
import type { World } from '../factories/world';
import { closed, readers } from './expected';
import type { AccessTable, Refusal } from './table';

const ref = ({ cohortId, workshopId }: SomeDay) => ({ cohortId, workshopId });
const aRef = async (world: World) => ref(await aDay(world));

const forModerators = {
  ...closed,
  member: 'only_moderators',
  partnerMember: 'only_moderators',
  otherTeam: 'only_moderators',
  moderator: 'ok',
  organiser: 'only_moderators',
} as const;

/** A note by Ahlen's Anna. */
async function note(world: World) {
  const day = await aDay(world);
  const written = aNote(day);
  await (await world.as('member')).day.writeNote(written);
  return { day, written };
}

/** A question that Anna has parked. */
async function parked(world: World) {
  const day = await aDay(world);
  const entry = { ...aNote(day, 'Wer zahlt das?'), itemId: null };
  await (await world.as('member')).day.writeParked(entry);
  return { day, entry };
}

const entryRef = async (world: World) => {
  const { day, entry } = await parked(world);
  return { ...ref(day), id: entry.id };
};

const reaction = (day: SomeDay) => ({
  ...{ ...ref(day), topicId: day.topicId, answer: 'partly' as const },
  ...{ sentence: 'Das Geld fehlt noch.', version: 0 },
});

async function aHeldDay(world: World) {
  const day = await aDay(world);
  await (await world.as('moderator')).day.hold(ref(day));
  return day;
}

const changeWorkshop = async (world: World, state: 'cancelled' | 'planned') => {
  const day = await aDay(world);
  await world.owner.workshop.update({ where: { id: day.workshopId }, data: { state } });
  return day;
};

const onlyItsTeam = {
  ...closed,
  member: 'ok',
  partnerMember: 'ok',
  otherTeam: 'topic_only_its_team',
  moderator: 'topic_only_its_team',
  organiser: 'topic_only_its_team',
} as const;

export const table: AccessTable = {
  'day.open': { input: aRef, expected: readers },
  'day.tap': {
    input: async (world) => aTap(await aDay(world), world.clock.now()),
    expected: forModerators,
  },
  'day.writeNote': {
    input: async (world) => aNote(await aDay(world)),
    expected: readers,
  },
  'day.removeNote': {
    input: async (world) => {
      const { day, written } = await note(world);
      return { ...ref(day), id: written.id };
    },
    expected: {
      ...closed,
      member: 'ok',
      partnerMember: 'day_only_its_author',
      otherTeam: 'day_only_its_author',
      moderator: 'ok',
      organiser: 'day_only_its_author',
    },
  },
  'day.writeParked': {
    input: async (world) => ({ ...aNote(await aDay(world)), itemId: null }),
    expected: readers,
  },
  'day.removeParked': {
    input: entryRef,
    expected: {
      ...closed,
      member: 'ok',
      partnerMember: 'day_only_its_author',
      otherTeam: 'day_only_its_author',
      moderator: 'ok',
      organiser: 'day_only_its_author',
    },
  },
  'day.proposeParked': {
    input: async (world) => ({ ...(await entryRef(world)), topicId: newId() }),
    expected: {
      ...closed,
      member: 'ok',
      partnerMember: 'ok',
      otherTeam: 'day_only_its_team',
      moderator: 'ok',
      organiser: 'day_only_its_team',
    },
  },
  'day.react': { input: async (world) => reaction(await aDay(world)), expected: onlyItsTeam },
  'day.takeReactionBack': {
    input: async (world) => {
      const day = await aDay(world);
      return { ...ref(day), topicId: day.topicId };
    },
    expected: onlyItsTeam,
  },
  'day.hold': { input: aRef, expected: forModerators },
  'day.takeUpAgain': {
    input: async (world) => ref(await aHeldDay(world)),
    expected: forModerators,
  },
};

export const refusals: Refusal[] = [
  {
    procedure: 'day.writeNote',
    as: 'partnerMember',
    input: async (world) => ({ ...(await note(world)).written, body: 'Anders.', version: 1 }),
    expected: 'day_only_its_author',
  },
  {
    procedure: 'day.writeParked',
    as: 'partnerMember',
    input: async (world) => ({ ...(await parked(world)).entry, body: 'Anders?', version: 1 }),
    expected: 'day_only_its_author',
  },
  {
    procedure: 'day.removeParked',
    as: 'member',
    input: async (world) => {
      const input = await entryRef(world);
      await (await world.as('member')).day.proposeParked({ ...input, topicId: newId() });
      return input;
    },
    expected: 'day_is_topic',
  },
  {
    procedure: 'day.writeNote',
    as: 'member',
    input: async (world) => aNote(await changeWorkshop(world, 'cancelled')),
    expected: 'day_workshop_cancelled',
  },
  {
    procedure: 'day.tap',
    as: 'moderator',
    input: async (world) => aTap(await changeWorkshop(world, 'cancelled'), world.clock.now()),
    expected: 'day_workshop_cancelled',
  },
  {
    procedure: 'day.hold',
    as: 'moderator',
    input: async (world) => ref(await changeWorkshop(world, 'planned')),
    expected: 'day_not_fixed',
  },
  {
    procedure: 'day.hold',
    as: 'moderator',
    input: async (world) => {
      const day = await aDay(world);
      const date = new Date(world.clock.now().getTime() + 3 * 86_400_000);
      await world.owner.workshopDay.update({ where: { id: day.dayId }, data: { date } });
      return ref(day);
    },
    expected: 'day_not_begun',
  },
  { procedure: 'day.takeUpAgain', as: 'moderator', input: aRef, expected: 'day_not_held' },
];
