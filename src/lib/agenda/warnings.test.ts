import { describe, expect, it } from 'vitest';
import { emptyAgenda, newItem, type AgendaContent, type AgendaItem } from './document';
import { findWarnings, type WarningFacts } from './warnings';

const facts: WarningFacts = {
  days: [{ id: 'one', date: '2026-03-13', startMinute: 540, endMinute: 960 }],
  timeZone: 'Europe/Berlin',
  topics: [],
  teams: [],
  uninvitedIds: [],
};
const item = (id: string, minutes: number, said: Partial<AgendaItem> = {}): AgendaItem =>
  newItem({ id, kind: 'input', minutes, dayId: 'one', ...said });
const tracks = [
  { id: 'left', name: 'Links' },
  { id: 'right', name: 'Rechts' },
  { id: 'third', name: 'Dritter' },
];
const agenda = (items: AgendaItem[], said: Partial<AgendaContent> = {}): AgendaContent => ({
  ...emptyAgenda(),
  items,
  ...said,
});
const pause = (id = 'pause') => item(id, 15, { kind: 'break' });

it('says nothing about an agenda without faults', () => {
  const content = agenda([item('a', 60), pause(), item('b', 90)]);
  expect(findWarnings(content, facts)).toEqual([]);
  expect(findWarnings(emptyAgenda(), facts)).toEqual([]);
});

it('tells by how much a day is too long, and with what', () => {
  const items = [item('a', 80), pause(), item('b', 80), pause('p'), item('c', 80), pause('q')];
  const found = findWarnings(agenda([...items, item('d', 90), pause('r'), item('e', 60)]), facts);
  expect(found).toEqual([{ kind: 'day_too_long', dayId: 'one', itemId: 'e', minutes: 30 }]);
});

it('tells what a pinned item runs into', () => {
  const content = agenda([item('a', 60), item('b', 20, { pinnedAt: 580 })]);
  expect(findWarnings(content, facts)).toEqual([{ kind: 'overlap', itemId: 'b', minutes: 20 }]);
});

it('tells what is pinned before the day begins, where nothing runs yet', () => {
  const content = agenda([item('a', 60, { pinnedAt: 510 })]);
  expect(findWarnings(content, facts)).toEqual([{ kind: 'before_day', itemId: 'a', minutes: 30 }]);
});

it('tells both of a pinned item that begins before the day and runs into what is there', () => {
  const early = (minutes: number) =>
    findWarnings(agenda([item('a', 15), item('b', minutes, { pinnedAt: 510 })]), facts);
  expect(early(60)).toEqual([
    { kind: 'before_day', itemId: 'b', minutes: 30 },
    { kind: 'overlap', itemId: 'b', minutes: 15 },
  ]);
  expect(early(20)).toEqual([{ kind: 'before_day', itemId: 'b', minutes: 30 }]);
});

it('tells once which expert is planned and not invited', () => {
  const items = [
    item('a', 60, { expertIds: ['emil', 'ada'] }),
    item('b', 20, { expertIds: ['ada'] }),
  ];
  expect(findWarnings(agenda(items), { ...facts, uninvitedIds: ['ada', 'otto'] })).toEqual([
    { kind: 'expert_not_invited', membershipId: 'ada', itemId: 'a' },
  ]);
});

describe('a break', () => {
  const named = (content: AgendaContent) => findWarnings(content, facts);

  it('is missed after 90 minutes, at the item with which it becomes too long', () => {
    const found = named(
      agenda([item('a', 60), item('b', 30), item('c', 20), pause(), item('d', 90)]),
    );
    expect(found).toEqual([{ kind: 'no_break', itemId: 'c', minutes: 110 }]);
  });

  it('is what stands on the own track, for everyone, or is left free', () => {
    const own = item('p', 15, { kind: 'break', trackId: 'left' });
    const left = [item('l1', 60, { trackId: 'left' }), own, item('l2', 60, { trackId: 'left' })];
    expect(named(agenda(left, { tracks }))).toEqual([]);
    const right = item('r', 135, { trackId: 'right' });
    expect(named(agenda([...left, right], { tracks }))).toEqual([
      { kind: 'no_break', itemId: 'r', minutes: 135 },
    ]);
    expect(named(agenda([item('a', 80), item('b', 60, { pinnedAt: 640 })]))).toEqual([]);
    const tooShort = agenda([item('a', 80), item('b', 60, { pinnedAt: 625 })]);
    expect(named(tooShort)).toEqual([{ kind: 'no_break', itemId: 'b', minutes: 145 }]);
  });
});

describe('an expert or a room', () => {
  const beside = (one: Partial<AgendaItem>, other: Partial<AgendaItem>, said = {}) =>
    findWarnings(
      agenda(
        [item('a', 30, { trackId: 'left', ...one }), item('b', 45, { trackId: 'right', ...other })],
        { tracks, ...said },
      ),
      facts,
    );

  it('is in one place at a time', () => {
    const emil = { expertIds: ['emil'] };
    expect(beside(emil, emil)).toEqual([
      { kind: 'expert_twice', membershipId: 'emil', itemId: 'b', otherId: 'a' },
    ]);
    expect(beside({ room: 'Saal ' }, { room: 'saal' })).toEqual([
      { kind: 'room_twice', room: 'Saal', itemId: 'b', otherId: 'a' },
    ]);
    expect(beside({ room: '' }, { room: '' })).toEqual([]);
    expect(beside({ room: 'Saal' }, { room: 'Saal', pinnedAt: 570 })).toEqual([]);
  });

  it('has to be there, where it was said when that is', () => {
    const emil = { kind: 'expert' as const, membershipId: 'emil' };
    const saal = { kind: 'room' as const, room: 'Saal' };
    const availability = [
      { id: '1', subject: emil, dayId: 'one', from: 540, until: 575 },
      { id: '2', subject: saal, dayId: 'one', from: 540, until: 600 },
    ];
    const both = { expertIds: ['emil'], room: 'saal' };
    expect(beside(both, {}, { availability })).toEqual([]);
    expect(beside({}, both, { availability })).toEqual([
      { kind: 'expert_away', membershipId: 'emil', itemId: 'b' },
    ]);
    const never = [{ id: '3', subject: saal, dayId: 'two', from: 0, until: 1_440 }];
    expect(beside(both, {}, { availability: never })).toEqual([
      { kind: 'room_away', room: 'saal', itemId: 'a' },
    ]);
  });
});

describe('a chosen topic', () => {
  const topic = { id: 't', minutes: 60, isElsewhere: false, teamIds: [] };
  const found = (content: AgendaContent, said: Partial<typeof topic> = {}) =>
    findWarnings(content, { ...facts, topics: [{ ...topic, ...said }] });

  it('has a slot with the minutes that were decided, or a reason', () => {
    const unplanned = { kind: 'topic_unplanned', topicId: 't', minutes: 60, reason: '' };
    expect(found(emptyAgenda())).toEqual([unplanned]);
    expect(found(emptyAgenda(), { isElsewhere: true })).toEqual([]);
    // Put aside is not planned.
    expect(found(agenda([item('a', 60, { topicId: 't', dayId: null })]))).toEqual([unplanned]);
    const short = agenda([item('a', 45, { topicId: 't' })], {
      reasons: { t: 'Ein Vortrag fiel aus.' },
    });
    expect(found(short)).toEqual([
      {
        kind: 'topic_shortened',
        topicId: 't',
        itemId: 'a',
        minutes: 60,
        planned: 45,
        reason: 'Ein Vortrag fiel aus.',
      },
    ]);
    const parts = [item('a', 45, { topicId: 't' }), pause(), item('b', 15, { topicId: 't' })];
    expect(found(agenda(parts))).toEqual([]);
  });
});

describe('a team', () => {
  const topics = ['x', 'y', 'z'].map((id) => ({
    id,
    minutes: null,
    isElsewhere: false,
    teamIds: id === 'z' ? ['ahlen'] : ['ahlen', 'menden'],
  }));
  const parallel = agenda(
    ['x', 'y', 'z'].map((id, at) => item(id, 30, { topicId: id, trackId: tracks[at]!.id })),
    { tracks },
  );
  const splits = (content: AgendaContent, people: number) =>
    findWarnings(content, {
      ...facts,
      topics,
      teams: [
        { id: 'ahlen', people },
        { id: 'menden', people },
      ],
    });

  it('covers as many topics at a time as it has people', () => {
    expect(splits(parallel, 3)).toEqual([]);
    expect(splits(parallel, 2)).toEqual([
      { kind: 'team_split', teamId: 'ahlen', people: 2, itemIds: ['x', 'y', 'z'], itemId: 'x' },
    ]);
    const teams = splits(parallel, 1).map((warning) => 'teamId' in warning && warning.teamId);
    expect(teams).toEqual(['ahlen', 'menden']);
  });

  it('covers one after the other alone', () => {
    const items = parallel.items.map((one) => ({ ...one, trackId: null }));
    expect(splits(agenda(items, { tracks }), 1)).toEqual([]);
  });
});
