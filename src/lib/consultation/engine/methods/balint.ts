import type { Method } from '../method';

/**
 * A Balint group of six to ten people, 45 minutes: it wonders aloud about a relationship. No judging, no
 * advice, no solving; the case giver is protected meanwhile, and comes back at the end.
 */
export const balint: Method = {
  key: 'balint',
  people: { min: 6, max: 10 },
  hasModerator: true,
  rounds: 'one',
  suits: ['relationship', 'understanding'],
  phases: [
    {
      key: 'telling',
      minutes: 10,
      days: 2,
      kinds: { case_giver: ['telling', 'title', 'summary'], peer_moderator: ['statement'] },
      yields: [{ anyOf: ['telling'], form: 'written' }],
      hasApproval: true,
    },
    {
      key: 'questions',
      minutes: 5,
      days: 1,
      kinds: {
        case_giver: ['answer'],
        peer_moderator: ['question', 'statement'],
        adviser: ['question'],
      },
      after: { answer: 'question' },
      hasApproval: true,
    },
    {
      key: 'wondering',
      minutes: 20,
      days: 4,
      kinds: { peer_moderator: ['statement'], adviser: ['exchange'] },
      yields: [{ anyOf: ['exchange'], form: 'written' }],
    },
    {
      key: 'return',
      minutes: 10,
      days: 2,
      kinds: {
        case_giver: ['response', 'takeaway', 'thanks', 'passing_on'],
        peer_moderator: ['thanks', 'statement'],
        adviser: ['thanks'],
      },
      yields: [{ anyOf: ['response', 'takeaway'], form: 'written' }],
      hasApproval: true,
    },
  ],
};
