import { expect, test } from 'vitest';
import { byDay, type Happening } from './happened';

const happening = (id: string, at: string, subjectId: string, isNew = false): Happening => ({
  id,
  at: new Date(at),
  kind: 'topic_commented',
  subjectKind: 'topic',
  subjectId,
  facts: {},
  actorName: 'Anna',
  subjectTitle: 'Wie geht das?',
  isNew,
});

const idsOf = (happened: Happening[], timeZone = 'Europe/Berlin') =>
  byDay(happened, timeZone).map(({ groups }) =>
    groups.map(({ happenings }) => happenings.map(({ id }) => id).join('+')),
  );

test('what was done to one topic in a day stands together, where its newest stood', () => {
  const happened = [
    happening('d', '2026-03-14T15:00:00Z', 'x'),
    happening('c', '2026-03-14T12:00:00Z', 'y'),
    happening('b', '2026-03-14T09:00:00Z', 'x'),
    happening('a', '2026-03-13T09:00:00Z', 'x'),
  ];
  expect(idsOf(happened)).toEqual([['d+b', 'c'], ['a']]);
});

test('a day is the one of the place: 23:30 in Berlin is not yet tomorrow', () => {
  const happened = [
    happening('b', '2026-03-14T22:30:00Z', 'x'),
    happening('a', '2026-03-14T09:00:00Z', 'x'),
  ];
  expect(idsOf(happened)).toEqual([['b+a']]);
  expect(idsOf(happened, 'Asia/Tokyo')).toEqual([['b'], ['a']]);
});

test('a group is new as soon as one thing in it is', () => {
  const happened = [
    happening('b', '2026-03-14T10:00:00Z', 'x'),
    happening('a', '2026-03-14T09:00:00Z', 'x', true),
  ];
  expect(byDay(happened, 'Europe/Berlin')[0]?.groups[0]?.isNew).toBe(true);
});

test('what concerns no topic stays alone', () => {
  const announced = (id: string) => ({
    ...happening(id, '2026-03-14T09:00:00Z', 'x'),
    subjectKind: 'cohort' as const,
  });
  expect(idsOf([announced('b'), announced('a')])).toEqual([['b', 'a']]);
});
