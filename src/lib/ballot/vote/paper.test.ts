import { describe, expect, it } from 'vitest';
import {
  blankPaper,
  choiceFrom,
  isSamePaper,
  joinPaper,
  paperOf,
  readPaper,
  splitPaper,
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
    expect(choiceFrom(blankPaper())).toEqual({ kind: 'approval', approved: [] });
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
    expect(choiceFrom(paperOf(choice))).toEqual(choice);
  });

  it('comes apart and together again', () => {
    const whole = paperOf({ kind: 'approval', approved: ['a'] });
    const halves = splitPaper(whole);
    expect(halves.marks).toHaveLength(2);
    halves.marks[1]!.approved.push('b');
    expect(isSamePaper(joinPaper(halves), whole)).toBe(true);
    expect(isSamePaper(halves, whole)).toBe(false);
  });
});
