import { newId } from '$lib/platform/id';
import { practiceContent } from '$lib/practice/fields';
import { releaseColumns } from '$lib/practice/ladder/release';
import { aPractice, practiceWords } from '../factories/practice';
import type { World } from '../factories/world';
import { closed, readers } from './expected';
import type { AccessTable, Refusal } from './table';

/** A team's own text: for nobody else, whatever else she or he is. */
const forItsTeam = { ...closed, member: 'ok', partnerMember: 'ok' } as const;

const ref = async (world: World, practice: Promise<string>) => ({
  cohortId: world.cohortA,
  practiceId: await practice,
});

async function aDiscardedPractice(world: World): Promise<string> {
  const practiceId = await aPractice(world);
  const discardedAt = world.clock.now();
  await world.owner.practice.update({ where: { id: practiceId }, data: { discardedAt } });
  return practiceId;
}

/** What a team makes of Menden's example: for the other teams. */
const forOtherTeams = {
  ...readers,
  otherTeam: 'practice_own_is_not_adopted',
  moderator: 'practice_only_teams_adopt',
  organiser: 'practice_only_teams_adopt',
} as const;

export const table: AccessTable = {
  'practice.list': {
    input: ({ cohortA }) => ({ cohortId: cohortA }),
    expected: readers,
  },
  'practice.byTown': {
    input: ({ cohortA }) => ({ cohortId: cohortA }),
    expected: readers,
  },
  'practice.compare': {
    input: async (world) => ({
      cohortId: world.cohortA,
      practiceIds: [await aPractice(world, { rung: 'cohort' })],
    }),
    expected: readers,
  },
  'practice.page': {
    input: (world) => ref(world, aPractice(world, { rung: 'cohort' })),
    expected: readers,
  },
  'practice.setThanks': {
    input: async (world) => ({
      ...(await ref(world, aPractice(world, { team: 'menden', rung: 'cohort' }))),
      isThanked: true,
    }),
    expected: { ...readers, otherTeam: 'practice_own_needs_no_thanks' },
  },
  'practice.adopted': { input: ({ cohortA }) => ({ cohortId: cohortA }), expected: readers },
  'practice.adoption': {
    input: (world) => ref(world, aPractice(world, { team: 'menden', rung: 'cohort' })),
    expected: forOtherTeams,
  },
  'practice.saveAdoption': {
    input: async (world) => ({
      ...(await ref(world, aPractice(world, { team: 'menden', rung: 'cohort' }))),
      state: 'interested',
    }),
    expected: forOtherTeams,
  },
  'practice.deleteAdoption': {
    input: async (world) => {
      const practice = await ref(world, aPractice(world, { team: 'menden', rung: 'cohort' }));
      await (await world.as('member')).practice.saveAdoption({ ...practice, state: 'tried' });
      return practice;
    },
    expected: forOtherTeams,
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
  'practice.own': { input: ({ cohortA }) => ({ cohortId: cohortA }), expected: readers },
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

/** An example of another cohort that came to its end, shown before, in the world's own one. */
async function inConcludedCohort(world: World) {
  const { owner, clock, people } = world;
  const cohortId = await world.addCohort(`Beendet ${newId()}`);
  const teamId = await world.addTeam(cohortId, 'Werl');
  const at = clock.now();
  const { accountId } = people.moderator;
  const membership = { cohortId, accountId, role: 'moderator', joinedAt: at } as const;
  await owner.membership.create({ data: { id: newId(), ...membership } });
  const charter = await owner.charter.findFirstOrThrow({ where: { cohortId } });
  await owner.charterAcceptance.create({
    data: { cohortId, charterId: charter.id, accountId, at },
  });
  const practiceId = newId();
  const row = { cohortId, teamId, content: {} };
  await owner.practice.create({
    data: { ...row, id: practiceId, createdAt: at, changedAt: at },
  });
  await owner.practiceRelease.create({
    data: {
      ...row,
      ...releaseColumns(practiceContent.parse(practiceWords)),
      practiceId,
      rung: 'cohort',
      fromVersion: 1,
      firstAt: at,
      releasedAt: at,
    },
  });
  await owner.cohort.update({ where: { id: cohortId }, data: { state: 'concluded' } });
  return { cohortId, practiceId };
}

export const refusals: Refusal[] = [
  {
    procedure: 'comment.create',
    as: 'moderator',
    input: async (world) => ({
      ...(await inConcludedCohort(world)),
      id: newId(),
      body: '<p>Und heute?</p>',
    }),
    expected: 'cohort_takes_nothing_new',
  },
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
