import type { Method } from '../method';

/** The Heilsbronn model (vornheder.de, kokom.net): the case giver is silent twice, and decides at the end. */
export const heilsbronn: Method = {
  key: 'heilsbronn',
  people: { min: 5, max: 10 },
  hasModerator: true,
  rounds: 'one',
  suits: ['understanding', 'way_forward'],
  phases: [
    {
      key: 'roles',
      minutes: 5,
      days: 1,
      kinds: {
        case_giver: ['statement', 'title', 'summary'],
        peer_moderator: ['statement'],
        adviser: ['statement'],
      },
      yields: ['roles'],
      castsRoles: true,
    },
    {
      key: 'case',
      minutes: 5,
      days: 1,
      kinds: { case_giver: ['telling'], peer_moderator: ['statement'] },
      yields: [{ anyOf: ['telling'], form: 'written' }],
      hasApproval: true,
    },
    {
      key: 'questions',
      minutes: 15,
      days: 2,
      kinds: {
        case_giver: ['answer'],
        peer_moderator: ['question', 'statement'],
        adviser: ['question'],
      },
      after: { answer: 'question' },
      hasApproval: true,
    },
    {
      key: 'hypotheses',
      minutes: 10,
      days: 2,
      kinds: { peer_moderator: ['statement'], adviser: ['advice'] },
      secretary: ['secretary_note'],
      yields: [{ anyOf: ['advice', 'secretary_note'] }],
    },
    {
      key: 'response',
      minutes: 5,
      days: 1,
      kinds: { case_giver: ['response'], peer_moderator: ['statement'] },
      yields: [{ anyOf: ['response'], form: 'written' }],
      hasApproval: true,
    },
    {
      key: 'proposals',
      minutes: 10,
      days: 2,
      kinds: { peer_moderator: ['statement'], adviser: ['advice'] },
      secretary: ['secretary_note'],
      yields: [{ anyOf: ['advice', 'secretary_note'] }],
    },
    {
      key: 'decision',
      minutes: 10,
      days: 1,
      kinds: { case_giver: ['decision'], peer_moderator: ['statement'] },
      // In a room the case giver speaks, and the secretary may type.
      secretary: ['secretary_note'],
      yields: [{ anyOf: ['decision'], form: 'written' }],
      hasApproval: true,
    },
    {
      key: 'exchange',
      minutes: 5,
      days: 1,
      kinds: {
        case_giver: ['exchange', 'takeaway', 'thanks', 'passing_on'],
        peer_moderator: ['exchange', 'thanks', 'statement'],
        adviser: ['exchange', 'thanks'],
      },
      hasApproval: true,
    },
  ],
};
