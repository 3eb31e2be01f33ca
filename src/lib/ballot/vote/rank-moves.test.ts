import { describe, expect, it } from 'vitest';
import { append, joinAbove, lower, placeBefore, raise, remove } from './rank-moves';

const shown = (ranks: string[][]) => ranks.map((equals) => equals.join('=')).join('>');
const ranks = (text: string) => text.split('>').map((equals) => equals.split('='));

describe('moving an option in the order', () => {
  it.each([
    ['up', raise, 'a>b>c', 'b', 'b>a>c'],
    ['up from the top', raise, 'a>b', 'a', 'a>b'],
    ['up out of equals', raise, 'a>b=c', 'c', 'a>c>b'],
    ['up over equals', raise, 'a=b>c', 'c', 'c>a=b'],
    ['down', lower, 'a>b>c', 'b', 'a>c>b'],
    ['down from the end', lower, 'a>b', 'b', 'a>b'],
    ['down out of equals', lower, 'a=b>c', 'a', 'b>a>c'],
    ['to the equals above', joinAbove, 'a=b>c>d', 'c', 'a=b=c>d'],
    ['to nothing above', joinAbove, 'a=b>c', 'b', 'a=b>c'],
    ['to the end', append, 'a>b', 'c', 'a>b>c'],
    ['out of the order', remove, 'a=b>c', 'c', 'a=b'],
  ])('%s', (_way, move, before, id, after) => {
    expect(shown(move(ranks(before), id))).toBe(after);
  });

  it.each([
    ['a>b>c', 'c', 0, 'c>a>b'],
    ['a>b>c', 'a', 2, 'b>a>c'],
    ['a>b>c', 'a', 3, 'b>c>a'],
    ['a=b>c', 'b', 9, 'a>c>b'],
  ])('in %s, %s to before place %i', (before, id, index, after) => {
    expect(shown(placeBefore(ranks(before), id, index))).toBe(after);
  });
});
