import type { Method } from '../method';

/** Kollegiale Beratung in six phases, after Kim-Oliver Tietze (kollegiale-beratung.de). */
export const tietze: Method = {
  key: 'tietze',
  people: { min: 4, max: 10 },
  hasModerator: true,
  rounds: 'one',
  suits: ['way_forward', 'understanding', 'act'],
  phases: [
    {
      key: 'casting',
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
      key: 'telling',
      minutes: 10,
      days: 2,
      kinds: {
        case_giver: ['telling', 'answer'],
        peer_moderator: ['question', 'statement'],
        adviser: ['question'],
      },
      after: { answer: 'question' },
      yields: [{ anyOf: ['telling'], form: 'written' }],
      hasApproval: true,
    },
    {
      key: 'key_question',
      minutes: 5,
      days: 1,
      kinds: {
        case_giver: ['key_question', 'answer'],
        peer_moderator: ['question', 'candidate_question', 'statement'],
      },
      // In a room the case giver speaks, and the secretary types.
      secretary: ['key_question'],
      after: { answer: 'question' },
      limits: { key_question: 1 },
      yields: [{ anyOf: ['key_question'] }],
      hasApproval: true,
      loop: { key: 'candidates', minutes: 5, days: 1, kinds: { adviser: ['candidate_question'] } },
    },
    {
      key: 'module',
      minutes: 5,
      days: 0.5,
      kinds: {
        case_giver: ['module_proposal', 'statement'],
        peer_moderator: ['module_proposal', 'statement'],
        adviser: ['module_proposal'],
      },
      yields: ['module'],
      choosesModule: true,
    },
    {
      key: 'advice',
      minutes: 10,
      days: 3,
      kinds: { peer_moderator: ['statement'] },
      secretary: ['secretary_note'],
      yields: [{ anyOf: ['advice', 'turned_idea', 'candidate_question', 'secretary_note'] }],
      usesModule: true,
    },
    {
      key: 'closing',
      minutes: 5,
      days: 1,
      kinds: {
        case_giver: ['takeaway', 'thanks', 'passing_on'],
        peer_moderator: ['thanks', 'statement'],
        adviser: ['thanks'],
      },
      secretary: ['secretary_note'],
      yields: [{ anyOf: ['takeaway'], form: 'written' }],
      hasApproval: true,
    },
  ],
};
