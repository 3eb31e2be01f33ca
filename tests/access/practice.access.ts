import { newId } from '$lib/platform/id';
import { aPractice, practiceWords } from '../factories/practice';
import type { World } from '../factories/world';
import type { AccessTable, Refusal } from './table';

const closed = { anonymous: 'sign_in_required', rest: 'not_found' } as const;

/** A team's own text: for nobody else, whatever else she or he is. */
const forItsTeam = { ...closed, member: 'ok', partnerMember: 'ok' } as const;

const ref = async (world: World, practice: Promise<string>) => ({
  cohortId: world.cohortA,
  practiceId: await practice,
});

/** What a team has shown, for everyone who reads the cohort. */
const forReaders = {
  ...closed,
  member: 'ok',
  partnerMember: 'ok',
  otherTeam: 'ok',
  moderator: 'ok',
  organiser: 'ok',
} as const;

async function aDiscardedPractice(world: World): Promise<string> {
  const practiceId = await aPractice(world);
  const discardedAt = world.clock.now();
  await world.owner.practice.update({ where: { id: practiceId }, data: { discardedAt } });
  return practiceId;
}

export const table: AccessTable = {
  'practice.list': {
    input: ({ cohortA }) => ({ cohortId: cohortA }),
    expected: forReaders,
  },
  'practice.page': {
    input: (world) => ref(world, aPractice(world, { rung: 'cohort' })),
    expected: forReaders,
  },
  'practice.create': {
    input: ({ cohortA }) => ({ cohortId: cohortA, practiceId: newId(), content: practiceWords }),
    expected: {
      ...forItsTeam,
      otherTeam: 'ok',
      moderator: 'practice_only_members_record',
      organiser: 'practice_only_members_record',
    },
  },
  'practice.save': {
    input: async (world) => ({
      ...(await ref(world, aPractice(world))),
      changes: [{ field: 'gist', from: practiceWords.gist, to: 'Anders.' }],
    }),
    expected: forItsTeam,
  },
  'practice.options': {
    input: ({ cohortA }) => ({ cohortId: cohortA }),
    expected: {
      ...forItsTeam,
      otherTeam: 'ok',
      moderator: 'practice_only_members_record',
      organiser: 'practice_only_members_record',
    },
  },
  'practice.own': { input: ({ cohortA }) => ({ cohortId: cohortA }), expected: forReaders },
  'practice.record': { input: (world) => ref(world, aPractice(world)), expected: forItsTeam },
  'practice.history': { input: (world) => ref(world, aPractice(world)), expected: forItsTeam },
  'practice.restore': {
    input: async (world) => ({ ...(await ref(world, aPractice(world))), version: 1 }),
    expected: forItsTeam,
  },
  'practice.discard': { input: (world) => ref(world, aPractice(world)), expected: forItsTeam },
  'practice.bringBack': {
    input: (world) => ref(world, aDiscardedPractice(world)),
    expected: forItsTeam,
  },
};

export const refusals: Refusal[] = [
  {
    procedure: 'practice.save',
    as: 'member',
    input: async (world) => ({
      ...(await ref(world, aDiscardedPractice(world))),
      changes: [{ field: 'gist', from: practiceWords.gist, to: 'Anders.' }],
    }),
    expected: 'practice_is_discarded',
  },
  {
    procedure: 'practice.discard',
    as: 'member',
    input: (world) => ref(world, aPractice(world, { rung: 'cohort' })),
    expected: 'practice_is_released',
  },
];
