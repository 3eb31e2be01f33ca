import { describe, expect, it } from 'vitest';
import { dayClock } from '../clock';
import { newItem, type AgendaContent, type AgendaItem } from '../document';
import { apply, type Operation } from '../operations';
import { planDay } from '../timing';
import { aside, insert, isThere, placeAt, set, snapped, step, toDay, toTrack } from './moves';

const item = (id: string, trackId: string | null = null, minutes = 30): AgendaItem =>
  newItem({ id, kind: 'input', minutes, dayId: 'one', trackId });

/** "welcome, then two tracks beside each other, then a closing round". */
const content: AgendaContent = {
  tracks: [
    { id: 'left', name: 'Links' },
    { id: 'right', name: 'Rechts' },
  ],
  items: [
    item('welcome'),
    item('l1', 'left'),
    item('l2', 'left'),
    item('r1', 'right', 60),
    item('close'),
  ],
  availability: [],
  reasons: {},
};
const of = (id: string) => content.items.find((one) => one.id === id)!;
const after = (operation: Operation | null) =>
  operation ? apply(content, [operation]).content : content;
const order = (operation: Operation | null) =>
  after(operation)
    .items.map(({ id }) => id)
    .join(' ');

describe('a step', () => {
  it('changes places within a track', () => {
    expect(order(step(content, of('l1'), 'later'))).toBe('welcome l2 l1 r1 close');
    expect(order(step(content, of('l2'), 'earlier'))).toBe('welcome l2 l1 r1 close');
  });

  it('leads a track over what is for everyone', () => {
    expect(order(step(content, of('r1'), 'earlier'))).toBe('r1 welcome l1 l2 close');
    expect(order(step(content, of('r1'), 'later'))).toBe('welcome l1 l2 close r1');
  });

  it('leads what is for everyone over all that runs at the same time', () => {
    expect(order(step(content, of('close'), 'earlier'))).toBe('welcome close l1 l2 r1');
    expect(order(step(content, of('welcome'), 'later'))).toBe('l1 l2 r1 welcome close');
  });

  it('ends where there is nothing to step over', () => {
    expect(step(content, of('welcome'), 'earlier')).toBeNull();
    expect(step(content, of('close'), 'later')).toBeNull();
    expect(step(content, { ...of('l1'), dayId: null }, 'later')).toBeNull();
  });
});

describe('another place', () => {
  it('is another day, another track, or none', () => {
    expect(after(toDay(of('l1'), 'two')).items.at(-1)).toMatchObject({ id: 'l1', dayId: 'two' });
    const moved = after(toTrack(content, of('l2'), 'right'));
    expect(moved.items.map(({ id }) => id)).toEqual(content.items.map(({ id }) => id));
    expect(moved.items[2]).toMatchObject({ dayId: 'one', trackId: 'right' });
    expect(after(aside(of('l1'))).items.at(-1)).toMatchObject({ dayId: null, trackId: null });
  });

  it('is found by the moment at which something is let go', () => {
    const day = { id: 'one', date: null, startMinute: 540, endMinute: 960 };
    const plan = planDay(day, content.items, ['left', 'right'], dayClock(null, 'Europe/Berlin'));
    const at = (minute: number, trackId: string | null = null, id?: string) =>
      placeAt(content, plan, trackId, minute, id).beforeId;
    expect(at(540)).toBe('welcome');
    expect(at(590, 'left')).toBe('l2');
    expect(at(590, 'right')).toBe('r1');
    expect(at(590, 'right', 'r1')).toBe('close');
    expect(at(900)).toBeNull();
    expect(isThere(content, of('l1'), placeAt(content, plan, 'left', 580, 'l1'))).toBe(true);
    expect(isThere(content, of('l1'), placeAt(content, plan, 'right', 580, 'l1'))).toBe(false);
    expect(isThere(content, of('l1'), placeAt(content, plan, 'left', 650, 'l1'))).toBe(false);
  });
});

it('sets and inserts what it is told', () => {
  expect(after(set(of('l1'), 'minutes', 45)).items[1]).toMatchObject({ minutes: 45 });
  const place = { dayId: 'one', trackId: 'left', beforeId: 'l2' };
  expect(order(insert(item('new'), place))).toBe('welcome l1 new l2 r1 close');
  expect([snapped(7), snapped(8)]).toEqual([5, 10]);
});
