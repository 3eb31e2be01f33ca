import { describe, expect, it } from 'vitest';
import { newsFor, type ToldEntry, type WantedDay } from './told';

const at = new Date('2026-03-01T08:00:00Z');
const day = (said: Partial<WantedDay> = {}): WantedDay => ({
  dayId: 'day',
  title: 'Ehrenamt gewinnen',
  place: 'Olpe',
  onlineUrl: '',
  startsAt: new Date('2026-03-13T08:30:00Z'),
  endsAt: new Date('2026-03-13T15:00:00Z'),
  ...said,
});
const entry = (said: Partial<ToldEntry> = {}): ToldEntry => ({
  ...day(),
  membershipId: 'anna',
  sequence: 1,
  isCancelled: false,
  ...said,
});
const news = (said: {
  days?: WantedDay[];
  people?: string[];
  told?: ToldEntry[];
  sequence?: number;
}) =>
  newsFor({
    days: said.days ?? [day()],
    membershipIds: said.people ?? ['anna'],
    told: said.told ?? [],
    sequence: said.sequence ?? 1,
    at,
  }).map(({ membershipId, dayId, sequence, isCancelled, isKnown }) => ({
    who: membershipId,
    dayId,
    sequence,
    isCancelled,
    isKnown,
  }));

describe('what calendars are told', () => {
  it('is the date, to everyone who does not have it', () => {
    expect(news({ people: ['anna', 'ben'], told: [entry()] })).toEqual([
      { who: 'ben', dayId: 'day', sequence: 1, isCancelled: false, isKnown: false },
    ]);
  });

  it('is a change with a higher number, whatever has changed', () => {
    for (const change of [
      { place: 'Ahlen' },
      { title: 'Ehrenamt halten' },
      { onlineUrl: 'https://treffen.example' },
      { startsAt: new Date('2026-03-13T09:00:00Z') },
      { endsAt: new Date('2026-03-13T16:00:00Z') },
    ])
      expect(news({ days: [day(change)], told: [entry({ sequence: 4 })], sequence: 2 })).toEqual([
        { who: 'anna', dayId: 'day', sequence: 5, isCancelled: false, isKnown: true },
      ]);
  });

  it('is an end where a day is gone, or somebody is not expected any more', () => {
    const end = { who: 'anna', dayId: 'day', sequence: 7, isCancelled: true, isKnown: true };
    expect(news({ days: [], told: [entry()], sequence: 7 })).toEqual([end]);
    expect(news({ people: [], told: [entry()], sequence: 7 })).toEqual([end]);
    expect(news({ days: [], told: [entry({ isCancelled: true })] })).toEqual([]);
  });

  it('is an invitation again where it takes place after all', () => {
    expect(news({ told: [entry({ sequence: 2, isCancelled: true })] })).toEqual([
      { who: 'anna', dayId: 'day', sequence: 3, isCancelled: false, isKnown: false },
    ]);
  });

  it('is nothing about what is over', () => {
    const over = { endsAt: new Date('2026-03-01T07:00:00Z') };
    expect(news({ days: [day(over)] })).toEqual([]);
    expect(news({ days: [], told: [entry(over)] })).toEqual([]);
  });
});
