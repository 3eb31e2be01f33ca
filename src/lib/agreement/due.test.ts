import { describe, expect, it } from 'vitest';
import { byDueDay, remindersOf, standingOf } from './due';

const ZONE = 'Europe/Berlin';
const long = new Date('2026-01-05T09:00:00Z');

describe('how an agreement stands', () => {
  it.each([
    [null, 'undated'],
    ['2026-03-12', 'overdue'],
    ['2026-03-13', 'today'],
    ['2026-03-14', 'later'],
  ] as const)('%s is %s on 13 March', (dueOn, standing) => {
    expect(standingOf(dueOn, '2026-03-13')).toBe(standing);
  });
});

describe('reminders', () => {
  const moments = (dueOn: string, now = long) =>
    remindersOf(dueOn, now, ZONE).map(({ step, at }) => `${step} ${at.toISOString()}`);

  it('come in the morning of the working day before, and of the day', () => {
    expect(moments('2026-03-13')).toEqual([
      '1 2026-03-12T07:00:00.000Z',
      '2 2026-03-13T07:00:00.000Z',
    ]);
  });

  it('come on Friday for a Monday, over the change to summer time', () => {
    expect(moments('2026-03-30')).toEqual([
      '1 2026-03-27T07:00:00.000Z',
      '2 2026-03-30T06:00:00.000Z',
    ]);
  });

  it('leave out what is over', () => {
    expect(moments('2026-03-13', new Date('2026-03-12T12:00:00Z'))).toEqual([
      '2 2026-03-13T07:00:00.000Z',
    ]);
    expect(moments('2026-03-13', new Date('2026-03-13T12:00:00Z'))).toEqual([]);
  });
});

it('puts what is due first first, and what has no day last', () => {
  const list = [
    { id: 'a', dueOn: null },
    { id: 'b', dueOn: '2026-04-01' },
    { id: 'c', dueOn: '2026-03-01' },
  ];
  expect(list.toSorted(byDueDay).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
});
