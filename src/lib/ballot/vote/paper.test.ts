import { describe, expect, it } from 'vitest';
import type { Choice } from '../choice';
import {
  blankPaper,
  choiceFrom,
  isOrder,
  isSamePaper,
  joinPaper,
  onlyOf,
  paperOf,
  readPaper,
  splitPaper,
  type PaperKind,
} from './paper';

const filled = (fields: [string, string][]) => {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return choiceFrom(readPaper(form));
};

describe('the ballot paper', () => {
  it('says which options are approved of, in one order', () => {
    expect(
      filled([
        ['approved-0', 'b'],
        ['approved-0', 'a'],
      ]),
    ).toEqual({ kind: 'approval', approved: ['a', 'b'] });
  });

  it('says "none of these" when nothing is marked, which is no abstention', () => {
    expect(choiceFrom(blankPaper('approval'))).toEqual({ kind: 'approval', approved: [] });
    expect(filled([])).toEqual({ kind: 'approval', approved: [] });
    expect(filled([['answer', 'abstention']])).toEqual({ kind: 'abstention' });
  });

  it('is split into halves, each of which may abstain', () => {
    const choice = filled([
      ['halves', '2'],
      ['approved-0', 'a'],
      ['approved-1', 'b'],
      ['abstention-1', 'on'],
    ]);
    expect(choice).toEqual({
      kind: 'split',
      halves: [{ kind: 'approval', approved: ['a'] }, { kind: 'abstention' }],
    });
    expect(choiceFrom(paperOf(choice, 'approval'))).toEqual(choice);
  });

  it('comes apart and together again', () => {
    const whole = paperOf({ kind: 'approval', approved: ['a'] }, 'approval');
    const halves = splitPaper(whole);
    expect(halves.marks).toHaveLength(2);
    halves.marks[1]!.approved.push('b');
    expect(isSamePaper(joinPaper(halves), whole)).toBe(true);
    expect(isSamePaper(halves, whole)).toBe(false);
  });

  it.each<[PaperKind, [string, string][], object]>([
    [
      'points',
      [
        ['number-0-a', '3'],
        ['number-0-b', '0'],
      ],
      { kind: 'points', points: { a: 3 } },
    ],
    [
      'scores',
      [
        ['number-0-b', '0'],
        ['number-0-a', ''],
      ],
      { kind: 'scores', scores: { b: 0 } },
    ],
    [
      'resistance',
      [
        ['number-0-b', '10'],
        ['number-0-a', '0'],
      ],
      { kind: 'resistance', resistance: { a: 0, b: 10 } },
    ],
    [
      'ranking',
      [
        ['number-0-a', '2'],
        ['number-0-b', '1'],
        ['number-0-c', '2'],
        ['number-0-d', ''],
      ],
      { kind: 'ranking', ranks: [['b'], ['a', 'c']] },
    ],
  ])('reads %s, and comes back as it was', (kind, fields, choice) => {
    expect(filled([['kind', kind], ...fields])).toEqual(choice);
    expect(choiceFrom(paperOf(choice as Choice, kind))).toEqual(choice);
  });

  it.each([
    [{ a: 1, b: 2, c: 2, d: 3 }, true],
    [{ a: 1, b: 2, c: 2, d: 4 }, true],
    [{ a: 1, b: 1 }, true],
    [{}, true],
    [{ a: 1, b: 3 }, false],
    [{ a: 2 }, false],
    [{ a: 0, b: 1 }, false],
    [{ a: -1 }, false],
    [{ a: 1.5 }, false],
  ])('takes %o as an order: %s', (places, isOne) => {
    expect(isOrder(places)).toBe(isOne);
    const fields = Object.entries(places).map(([id, place]) => [`number-0-${id}`, String(place)]);
    const form = new FormData();
    for (const [name, value] of [['kind', 'ranking'], ...fields]) form.append(name!, value!);
    const paper = readPaper(form);
    // What is no order stays as it was typed, and cannot be cast.
    expect(paper.marks[0]!.places).toEqual(isOne ? undefined : places);
    const { ranks } = choiceFrom(paper) as { ranks: string[][] };
    expect(ranks.some((equals) => equals.length === 0)).toBe(!isOne);
  });

  it('keeps what is about options that there are', () => {
    const { marks } = paperOf({ kind: 'ranking', ranks: [['a'], ['b', 'c']] }, 'ranking');
    expect(onlyOf(marks[0]!, (id) => id !== 'a').ranks).toEqual([['b', 'c']]);
  });
});
