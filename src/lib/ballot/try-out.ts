import { m } from '$lib/paraglide/messages.js';
import type { Choice } from './choice';
import type { MethodSettings } from './method';
import type { Method } from './limits';

const PLACES = { places: 1, budgetMinutes: null };

const SETTINGS: Record<Method, MethodSettings> = {
  approval: { method: 'approval', ...PLACES },
  dots: { method: 'dots', points: 5, pointsPerOption: 3, ...PLACES },
  score: { method: 'score', ...PLACES },
  ranked: { method: 'ranked', ...PLACES },
  resistance: { method: 'resistance', statusQuoOptionId: 'd', ...PLACES },
  'equal-shares': {
    method: 'equal-shares',
    budgetMinutes: 120,
    utility: 'cost',
    points: null,
    pointsPerOption: null,
    completion: 'add1u',
    incrementMinutesPerVoter: 1,
    isIntegral: false,
    tieBreaking: 'cost-then-approvals',
  },
};

const approve = (...approved: string[]): Choice => ({ kind: 'approval', approved });
const resist = (a: number, b: number, c: number, d: number): Choice => ({
  kind: 'resistance',
  resistance: { a, b, c, d },
});

const VOTES: Record<Method, Choice[]> = {
  approval: [approve('a', 'b'), approve('b'), approve('c', 'd')],
  // Two teams want the same two long topics, the third one something else.
  'equal-shares': [approve('a', 'b'), approve('a', 'b'), approve('c', 'd')],
  dots: [
    { kind: 'points', points: { a: 3, b: 2 } },
    { kind: 'points', points: { b: 3, d: 2 } },
    { kind: 'points', points: { c: 3, a: 1, d: 1 } },
  ],
  score: [
    { kind: 'scores', scores: { a: 4, b: 5, c: 2 } },
    { kind: 'scores', scores: { a: 4, d: 3 } },
    { kind: 'scores', scores: { a: 3, b: 2, c: 5, d: 3 } },
  ],
  ranked: [
    { kind: 'ranking', ranks: [['a'], ['b'], ['c']] },
    { kind: 'ranking', ranks: [['b'], ['c'], ['a', 'd']] },
    { kind: 'ranking', ranks: [['c'], ['a']] },
  ],
  resistance: [resist(0, 3, 6, 5), resist(8, 2, 3, 6), resist(4, 3, 0, 7)],
};

/** Four topics, three votes of others: enough to see how a method decides. */
export function sampleOf(method: Method) {
  const titles = [
    m.ballot_sample_a(),
    m.ballot_sample_b(),
    m.ballot_sample_c(),
    method === 'resistance' ? m.ballot_status_quo() : m.ballot_sample_d(),
  ];
  const isByMinutes = method === 'equal-shares';
  const options = ['a', 'b', 'c', 'd'].map((id, index) => ({
    id,
    title: titles[index]!,
    minutes: isByMinutes ? [60, 60, 45, 15][index]! : null,
    topicId: null,
    teamName: null,
  }));
  return { settings: SETTINGS[method], options, votes: VOTES[method] };
}
