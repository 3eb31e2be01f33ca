import { aPractice } from '../factories/practice';
import type { World } from '../factories/world';
import { closed, readers } from './expected';
import type { AccessTable } from './table';

const shown = async (world: World) => ({
  cohortId: world.cohortA,
  practiceId: await aPractice(world, { rung: 'cohort' }),
});

export const table: AccessTable = {
  'paper.read': { input: shown, expected: readers },
  'paper.pdf': {
    input: async (world) => ({ ...(await shown(world)), rung: 'team' }),
    expected: { ...closed, member: 'ok', partnerMember: 'ok' },
  },
  'paper.councilPaper': {
    input: async (world) => ({ ...(await shown(world)), form: 'decision' }),
    expected: readers,
  },
  'paper.offer': { input: ({ cohortA }) => ({ cohortId: cohortA }), expected: readers },
  'paper.collection': {
    input: async (world) => {
      const { cohortId, practiceId } = await shown(world);
      return { cohortId, practiceIds: [practiceId] };
    },
    expected: readers,
  },
};
