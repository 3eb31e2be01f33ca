import { aDay } from '../factories/day';
import { aHeldDay, aToldOutcome } from '../factories/outcome';
import { aTopic } from '../factories/topic';
import type { World } from '../factories/world';
import { closed, readers } from './expected';
import type { AccessTable, Refusal } from './table';

const forModerators = {
  ...closed,
  member: 'only_moderators',
  partnerMember: 'only_moderators',
  otherTeam: 'only_moderators',
  moderator: 'ok',
  organiser: 'only_moderators',
} as const;

const text = {
  ...{ told: 0, version: 0, answer: 'partly' as const },
  body: '<p>Ein Merkblatt hilft.</p>',
};

async function held(world: World) {
  const { cohortId, workshopId, topicId } = await aHeldDay(world);
  return { cohortId, workshopId, topicId };
}

/** It takes place today and nobody has said that it is over. */
async function notHeld(world: World) {
  const { cohortId, workshopId, topicId } = await aDay(world);
  return { cohortId, workshopId, topicId };
}

async function returned(world: World) {
  const ref = await aToldOutcome(world);
  await (await world.as('moderator')).outcome.returnToPool(ref);
  return ref;
}

/** Chosen for the next workshop: whoever gave it back cannot take it out of the pool any more. */
async function chosenSince(world: World) {
  const ref = await returned(world);
  const data = { state: 'chosen' as const, returnedFrom: null };
  await world.owner.topic.update({ where: { id: ref.topicId }, data });
  return ref;
}

export const table: AccessTable = {
  'outcome.ofWorkshop': {
    input: async (world) => {
      const { cohortId, workshopId } = await held(world);
      return { cohortId, workshopId };
    },
    expected: readers,
  },
  'outcome.save': {
    input: async (world) => ({ ...(await held(world)), ...text }),
    expected: forModerators,
  },
  'outcome.tell': {
    input: async (world) => ({ ...(await held(world)), ...text }),
    expected: forModerators,
  },
  'outcome.discard': { input: held, expected: forModerators },
  'outcome.returnToPool': { input: (world) => aToldOutcome(world), expected: forModerators },
  'outcome.takeFromPool': { input: returned, expected: forModerators },
};

export const refusals: Refusal[] = [
  {
    procedure: 'outcome.tell',
    as: 'moderator',
    input: async (world) => ({ ...(await notHeld(world)), ...text }),
    expected: 'outcome_not_held',
  },
  {
    procedure: 'outcome.save',
    as: 'moderator',
    input: async (world) => ({ ...(await held(world)), topicId: await aTopic(world), ...text }),
    expected: 'not_found',
  },
  {
    procedure: 'outcome.returnToPool',
    as: 'moderator',
    input: (world) => aToldOutcome(world, 'answered'),
    expected: 'outcome_is_answered',
  },
  {
    procedure: 'outcome.returnToPool',
    as: 'moderator',
    input: held,
    expected: 'outcome_not_returnable',
  },
  {
    procedure: 'outcome.takeFromPool',
    as: 'moderator',
    input: chosenSince,
    expected: 'outcome_not_in_pool_by_return',
  },
];
