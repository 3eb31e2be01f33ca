import { expect, it } from 'vitest';
import type { CastChoice } from '../choice';
import { isBehind } from './behind';

const behind = (cast: CastChoice) => ['a', 'b', 'c'].filter((id) => isBehind(cast, id));

it('says what a vote stands behind, whatever the method', () => {
  expect(behind({ kind: 'abstention' })).toEqual([]);
  expect(behind({ kind: 'approval', approved: ['a', 'c'] })).toEqual(['a', 'c']);
  expect(behind({ kind: 'points', points: { a: 3, b: 0 } })).toEqual(['a']);
  expect(behind({ kind: 'scores', scores: { a: 5, b: 1 } })).toEqual(['a']);
  expect(behind({ kind: 'ranking', ranks: [['a'], ['b'], ['c']] })).toEqual(['a', 'b']);
  expect(behind({ kind: 'resistance', resistance: { a: 0, b: 4, c: 0 } })).toEqual(['a', 'c']);
});

it('takes one half of a split ballot for enough', () => {
  const halves: [CastChoice & { kind: 'approval' }, { kind: 'abstention' }] = [
    { kind: 'approval', approved: ['b'] },
    { kind: 'abstention' },
  ];
  expect(behind({ kind: 'split', halves })).toEqual(['b']);
});
