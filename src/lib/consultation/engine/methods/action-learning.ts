import type { Kind } from '../kinds';
import type { Method, Phase } from '../method';

const ASKING: readonly Kind[] = ['question', 'answer'];

/** Everyone may ask everyone; something is said only in answer to a question. */
const questions = (key: string, minutes: number, days: number): Phase => ({
  key,
  minutes,
  days,
  kinds: { case_giver: ASKING, peer_moderator: ['question', 'statement'], adviser: ASKING },
  after: { answer: 'question' },
  yields: [{ anyOf: ['question'], form: 'written' }],
});

/** Action learning (World Institute for Action Learning): questions first, and an action at the end. */
export const actionLearning: Method = {
  key: 'action_learning',
  people: { min: 4, max: 8 },
  hasModerator: true,
  rounds: 'one',
  suits: ['act', 'way_forward'],
  phases: [
    {
      // The meeting opens with what came of the last action.
      key: 'look_back',
      minutes: 3,
      days: 1,
      kinds: { case_giver: ['follow_up', 'statement'], peer_moderator: ['statement'] },
    },
    {
      key: 'issue',
      minutes: 2,
      days: 1,
      kinds: {
        case_giver: ['telling', 'title', 'summary'],
        peer_moderator: ['statement'],
      },
      yields: [{ anyOf: ['telling'], form: 'written' }],
      hasApproval: true,
    },
    questions('clarifying', 10, 2),
    questions('helping', 15, 3),
    {
      key: 'summary',
      minutes: 2,
      days: 1,
      kinds: { case_giver: ['key_question', 'response'], peer_moderator: ['statement'] },
      limits: { key_question: 1 },
      yields: [{ anyOf: ['response', 'key_question'], form: 'written' }],
      hasApproval: true,
    },
    {
      key: 'action',
      minutes: 2,
      days: 1,
      kinds: {
        case_giver: ['decision', 'takeaway', 'thanks', 'passing_on'],
        peer_moderator: ['thanks', 'statement'],
        adviser: ['thanks'],
      },
      // The action has to stand there, since the next meeting opens with what came of it.
      yields: [{ anyOf: ['decision'] }],
      hasApproval: true,
    },
  ],
};
