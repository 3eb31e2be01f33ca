import type { Method } from '../method';

/** Wise crowds for small groups (liberatingstructures.com): four or five people, a quarter of an hour. */
export const wiseCrowds: Method = {
  key: 'wise_crowds',
  people: { min: 4, max: 5 },
  hasModerator: false,
  rounds: 'one',
  suits: ['quick_ideas'],
  phases: [
    {
      key: 'present',
      minutes: 2,
      days: 1,
      kinds: { case_giver: ['telling', 'key_question', 'title', 'summary'] },
      limits: { key_question: 1 },
      yields: [{ anyOf: ['telling', 'key_question'], form: 'written' }],
      hasApproval: true,
    },
    {
      key: 'clarify',
      minutes: 3,
      days: 1,
      kinds: { case_giver: ['answer'], adviser: ['question'] },
      after: { answer: 'question' },
      hasApproval: true,
    },
    {
      key: 'turned_away',
      minutes: 8,
      days: 3,
      kinds: { adviser: ['advice'] },
      yields: [{ anyOf: ['advice'], form: 'written' }],
    },
    {
      key: 'feedback',
      minutes: 2,
      days: 1,
      kinds: { case_giver: ['takeaway', 'thanks', 'passing_on'], adviser: ['thanks'] },
      yields: [{ anyOf: ['takeaway'], form: 'written' }],
      hasApproval: true,
    },
  ],
};
