import { aPractice } from '../factories/practice';
import type { World } from '../factories/world';
import { closed } from './expected';
import type { AccessTable } from './table';

/** What a team has shown to its cohort. */
const forTheCohort = {
  ...closed,
  member: 'ok',
  partnerMember: 'ok',
  otherTeam: 'ok',
  moderator: 'ok',
  organiser: 'ok',
} as const;

const shown = async (world: World) => ({
  cohortId: world.cohortA,
  practiceId: await aPractice(world, { rung: 'cohort' }),
});

export const table: AccessTable = {
  'paper.read': { input: shown, expected: forTheCohort },
  'paper.pdf': {
    input: async (world) => ({ ...(await shown(world)), rung: 'team' }),
    expected: { ...closed, member: 'ok', partnerMember: 'ok' },
  },
  'paper.councilPaper': {
    input: async (world) => ({ ...(await shown(world)), form: 'decision' }),
    expected: forTheCohort,
  },
  'paper.offer': { input: ({ cohortA }) => ({ cohortId: cohortA }), expected: forTheCohort },
  'paper.collection': {
    input: async (world) => {
      const { cohortId, practiceId } = await shown(world);
      return { cohortId, practiceIds: [practiceId] };
    },
    expected: forTheCohort,
  },
};
