import { m } from '$lib/paraglide/messages.js';

const SCORES = [
  m.ballot_score_0,
  m.ballot_score_1,
  m.ballot_score_2,
  m.ballot_score_3,
  m.ballot_score_4,
  m.ballot_score_5,
];

/** A number of a paper in words: "Mit Bedenken". */
export function scaleWord(kind: 'points' | 'scores' | 'resistance', value: number): string {
  if (kind === 'points') return m.ballot_points({ count: value });
  if (kind === 'scores') return (SCORES[value] ?? m.ballot_score_0)();
  if (value === 0) return m.ballot_resistance_none();
  if (value <= 3) return m.ballot_resistance_light();
  if (value <= 6) return m.ballot_resistance_clear();
  return value <= 9 ? m.ballot_resistance_strong() : m.ballot_resistance_never();
}
