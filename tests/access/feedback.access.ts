import { usualQuestions } from '$lib/feedback/questions';
import { aFeedback } from '../factories/feedback';
import { aWorkshop } from '../factories/workshop';
import type { World } from '../factories/world';
import { readers } from './expected';
import type { AccessRow, AccessTable, Refusal } from './table';

const moderators = {
  ...readers,
  member: 'feedback_only_moderators',
  partnerMember: 'feedback_only_moderators',
  otherTeam: 'feedback_only_moderators',
  organiser: 'feedback_only_moderators',
} satisfies AccessRow['expected'];

const aHeldWorkshop = async (world: World) => {
  const { cohortId, workshopId } = await aWorkshop(world, { state: 'held', date: '2026-03-13' });
  return { cohortId, workshopId };
};
const asking = { questions: usualQuestions(), days: 14 };

export const table: AccessTable = {
  'feedback.standing': { input: (world) => aFeedback(world), expected: readers },
  'feedback.page': { input: (world) => aFeedback(world), expected: readers },
  'feedback.open': {
    input: async (world) => ({ ...(await aHeldWorkshop(world)), ...asking }),
    expected: moderators,
  },
  'feedback.close': { input: (world) => aFeedback(world), expected: moderators },
  'feedback.give': {
    input: async (world) => ({ ...(await aFeedback(world)), answers: { helpful: 4 } }),
    expected: {
      ...readers,
      moderator: 'feedback_only_members',
      organiser: 'feedback_only_members',
    },
  },
  'feedback.download': {
    input: ({ cohortA }) => ({ cohortId: cohortA, format: 'csv' }),
    expected: readers,
  },
};

export const refusals: Refusal[] = [
  {
    procedure: 'feedback.open',
    as: 'moderator',
    input: async (world) => ({ ...(await aFeedback(world)), ...asking }),
    expected: 'feedback_is_asked',
  },
  {
    procedure: 'feedback.open',
    as: 'moderator',
    input: async (world) => {
      const { cohortId, workshopId } = await aWorkshop(world);
      return { cohortId, workshopId, ...asking };
    },
    expected: 'feedback_not_yet',
  },
  { procedure: 'feedback.close', as: 'moderator', input: aHeldWorkshop, expected: 'not_found' },
  {
    procedure: 'feedback.give',
    as: 'member',
    input: async (world) => ({ ...(await aHeldWorkshop(world)), answers: { helpful: 4 } }),
    expected: 'not_found',
  },
  {
    procedure: 'feedback.give',
    as: 'member',
    input: async (world) => ({ ...(await aFeedback(world)), answers: { helpful: 'sehr' } }),
    expected: 'feedback_empty',
  },
];
