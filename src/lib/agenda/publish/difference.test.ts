import { expect, describe, it } from 'vitest';
import { emptyAgenda, newItem, type AgendaContent, type AgendaItem } from '../document';
import { publishedAgenda } from '../published';
import type { Day } from '../timing';
import { departures, type ChosenTopic } from './departure';
import { changesFor, difference } from './difference';
import { changeText, programmeWords } from './text';

const ZONE = 'Europe/Berlin';
const day: Day = { id: 'd1', date: '2026-03-13', startMinute: 540, endMinute: 960 };
const item = (id: string, said: Partial<AgendaItem> = {}) =>
  newItem({ id, kind: 'plenary', minutes: 60, dayId: 'd1', title: id.toUpperCase(), ...said });
const programme = (items: AgendaItem[], days = [day], said: Partial<AgendaContent> = {}) =>
  publishedAgenda({ ...emptyAgenda(), items, ...said }, days, ZONE);

const before = programme([item('a'), item('b', { room: 'Saal' }), item('c')]);
const told = (...items: AgendaItem[]) => {
  const after = programme(items);
  const words = programmeWords({ before, after, personOf: (id) => `Person ${id}` }, 'de');
  return difference(before, after).map((change) => changeText(change, words));
};

describe('the difference of two programmes', () => {
  it('is everything where there was none, and nothing where nothing has changed', () => {
    expect(difference(null, before).map(({ kind }) => kind)).toEqual(['new', 'new', 'new']);
    expect(difference(before, before)).toEqual([]);
  });

  it('tells what is new, gone and moved', () => {
    expect(told(item('a'), item('n'), item('b', { room: 'Saal' }))).toEqual([
      'Neu: „N“, Freitag, 13. März 2026, 10:00–11:00 Uhr.',
      '„B“: um 11:00 Uhr statt um 10:00 Uhr.',
      'Entfällt: „C“, vorgesehen für Freitag, 13. März 2026, 11:00–12:00 Uhr.',
    ]);
  });

  it('tells what is longer and what is shorter', () => {
    expect(
      told(
        item('a', { minutes: 45 }),
        item('b', { room: 'Saal' }),
        item('c', { pinnedAt: 660, minutes: 90 }),
      ),
    ).toEqual([
      '„A“: 45 statt 60 Minuten.',
      '„B“: um 9:45 Uhr statt um 10:00 Uhr.'.replace('9:45', '09:45'),
      '„C“: 90 statt 60 Minuten.',
    ]);
  });

  it('tells of other rooms, other people and other words', () => {
    const people = item('b', { room: '', responsibleIds: ['x'] });
    expect(told(item('a', { about: 'Anders' }), people, item('c', { room: 'Keller' }))).toEqual([
      '„A“: Die Beschreibung hat sich geändert.',
      '„B“: ohne Raum statt „Saal“. Jetzt dabei: Person x.',
      '„C“: Raum „Keller“.',
    ]);
  });

  it('follows a day that is put off, and calls a date a date', () => {
    const later = programme(
      before.items.map((one) => item(one.id, one)),
      [{ ...day, date: '2026-03-20' }],
    );
    const words = programmeWords({ before, after: later, personOf: () => '' }, 'de');
    expect(difference(before, later).map((change) => changeText(change, words))[0]).toBe(
      '„A“: Freitag, 20. März 2026, 09:00 Uhr statt Freitag, 13. März 2026, 09:00 Uhr.',
    );
  });

  it('speaks English', () => {
    const after = programme([item('a', { minutes: 30 })]);
    const words = programmeWords({ before, after, personOf: () => '' }, 'en');
    expect(difference(before, after).map((change) => changeText(change, words))).toEqual([
      '“A”: 30 minutes instead of 60.',
      'Dropped: “B”, planned for Friday, 13 March 2026, 10:00–11:00.',
      'Dropped: “C”, planned for Friday, 13 March 2026, 11:00–12:00.',
    ]);
  });
});

describe('whom a change concerns', () => {
  const after = programme([
    item('a', { responsibleIds: ['m1'] }),
    item('b', { topicId: 't1', minutes: 30 }),
    item('c', { expertIds: ['e1'] }),
  ]);
  const changes = difference(
    programme([item('a'), item('b', { topicId: 't1' }), item('c')]),
    after,
  );
  const ids = (membershipId: string, teamId: string | null) =>
    changesFor(changes, { membershipId, teamId }, (topic) => (topic === 't1' ? ['ahlen'] : [])).map(
      ({ item: one }) => one?.id,
    );

  it('is who is responsible, who comes as an expert, and the team of a topic', () => {
    expect(ids('m1', null)).toEqual(['a']);
    expect(ids('e1', null)).toEqual(['c']);
    expect(ids('other', 'ahlen')).toEqual(['b']);
    expect(ids('other', 'menden')).toEqual([]);
  });

  it('is also who was there before', () => {
    const gone = difference(after, programme([]));
    expect(changesFor(gone, { membershipId: 'm1', teamId: null }, () => [])).toHaveLength(1);
  });
});

describe('a departure from the vote', () => {
  const chosen = (said: Partial<ChosenTopic> = {}): ChosenTopic => ({
    id: 't',
    decidedMinutes: 60,
    isElsewhere: false,
    hadSlot: false,
    ...said,
  });
  const found = (topic: ChosenTopic, minutes: number[], owesPlaces = true) =>
    departures(
      [topic],
      {
        items: minutes.map((one) => ({ topicId: 't', dayId: 'd', minutes: one })),
        reasons: { t: ' Weil. ' },
      },
      owesPlaces,
    );

  it('is fewer minutes than decided, all slots together', () => {
    expect(found(chosen(), [30, 30])).toEqual([]);
    expect(found(chosen(), [30, 15])).toEqual([
      { topicId: 't', minutes: 45, decidedMinutes: 60, reason: 'Weil.' },
    ]);
    expect(found(chosen({ decidedMinutes: null }), [5])).toEqual([]);
  });

  it('is no slot, unless it has one elsewhere', () => {
    expect(found(chosen(), [])).toHaveLength(1);
    expect(found(chosen({ isElsewhere: true }), [])).toEqual([]);
  });

  it('is at a visit only what was promised', () => {
    expect(found(chosen(), [], false)).toEqual([]);
    expect(found(chosen({ hadSlot: true }), [], false)).toHaveLength(1);
  });
});
