import { expect, it } from 'vitest';
import { emptyAgenda, newItem } from '../document';
import { apply } from '../operations';
import { takeTemplate, templateContent, templateOf } from './template';

const days = [
  { id: 'd1', date: '2026-03-13', startMinute: 540, endMinute: 960 },
  { id: 'd2', date: '2026-03-14', startMinute: 540, endMinute: 960 },
];
const content = {
  ...emptyAgenda(),
  tracks: [{ id: 'k1', name: 'Strang A' }],
  items: [
    newItem({
      id: 'a',
      kind: 'group_work',
      minutes: 60,
      dayId: 'd2',
      trackId: 'k1',
      title: 'Arbeiten',
      pinnedAt: 600,
      methodId: 'world_cafe',
      topicId: 't1',
      practiceId: 'p1',
      responsibleIds: ['m1'],
      expertIds: ['e1'],
      notes: 'Früh da sein',
    }),
    newItem({ id: 'b', kind: 'break', minutes: 15 }),
  ],
  reasons: { t1: 'Weil.' },
};
let count = 0;
const newId = () => `new-${(count += 1)}`;

it('takes blocks, tracks and times along, and leaves people, topics and dates', () => {
  const template = templateOf(content, days);
  expect(template.items[0]).toMatchObject({
    day: 2,
    track: 1,
    pinnedAt: 600,
    notes: 'Früh da sein',
  });
  expect(JSON.stringify(template)).not.toMatch(/t1|p1|m1|e1|2026|Weil/);
  // What is stored is what can be read again.
  expect(templateContent.parse(JSON.parse(JSON.stringify(template)))).toEqual(template);
});

it('is added to what stands there, with ids of its own', () => {
  const { operations, items } = takeTemplate(templateOf(content, days), days, () => true, newId);
  const { content: both, refused } = apply(content, operations);
  expect([refused, items]).toEqual([[], 2]);
  expect(both.items).toHaveLength(4);
  const [, , added] = both.items;
  expect(added).toMatchObject({
    dayId: 'd2',
    title: 'Arbeiten',
    topicId: null,
    responsibleIds: [],
  });
  expect(both.tracks.map(({ name }) => name)).toEqual(['Strang A', 'Strang A']);
  expect(added!.trackId).toBe(both.tracks[1]!.id);
});

it('says what has no day here, and whose method is not in the library', () => {
  const taken = takeTemplate(templateOf(content, days), days.slice(0, 1), () => false, newId);
  expect(taken).toMatchObject({ items: 2, putAside: 1, withoutMethod: 1 });
});
