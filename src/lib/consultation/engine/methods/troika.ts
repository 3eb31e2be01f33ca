import type { Method } from '../method';

/** Troika consulting (liberatingstructures.com): three people, each once the one who brings a question. */
export const troika: Method = {
  key: 'troika',
  people: { min: 3, max: 3 },
  hasModerator: false,
  rounds: 'each',
  suits: ['quick_ideas', 'way_forward'],
  phases: [
    { key: 'reflect', minutes: 1, days: 0.5, kinds: {}, isOnce: true },
    {
      key: 'ask',
      minutes: 2,
      days: 1,
      kinds: { case_giver: ['telling', 'key_question'] },
      limits: { key_question: 1 },
      yields: [{ anyOf: ['key_question', 'telling'], form: 'written' }],
      hasApproval: true,
    },
    {
      key: 'clarify',
      minutes: 2,
      days: 1,
      kinds: { case_giver: ['answer'], adviser: ['question'] },
      after: { answer: 'question' },
      hasApproval: true,
    },
    {
      key: 'turned_away',
      minutes: 5,
      days: 2,
      kinds: { adviser: ['advice'] },
      yields: [{ anyOf: ['advice'], form: 'written' }],
    },
    {
      key: 'response',
      minutes: 2,
      days: 0.5,
      kinds: { case_giver: ['takeaway', 'thanks', 'passing_on'] },
      yields: [{ anyOf: ['takeaway'], form: 'written' }],
      hasApproval: true,
    },
  ],
};
