import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import type { WorkshopPage } from './queries.server';
import WorkshopFactsList from './WorkshopFactsList.svelte';

const workshop: WorkshopPage = {
  ...{ cohortId: '', id: '', kind: 'workshop', number: 1, title: 'Ehrenamt', about: '' },
  ...{ state: 'fixed', place: '', onlineUrl: '', seats: null, cancelReason: '', heldAt: null },
  ...{ sequence: 1, version: 1, timeZone: 'Europe/Berlin', now: new Date(), guests: [] },
  ...{ mayArrange: false, dates: { offered: 0, unanswered: 0 } },
  days: [{ id: '1', date: '2026-03-13', startMinute: 540, endMinute: 960 }],
};
const shown = (said: Partial<WorkshopPage>) =>
  render(WorkshopFactsList, { props: { workshop: { ...workshop, ...said } } }).body;

test('the place is open until the workshop is held', () => {
  expect(shown({})).toContain('Der Ort steht noch nicht fest.');
  expect(shown({ state: 'held' })).not.toContain('Der Ort');
  expect(shown({ state: 'held', place: 'Haus am Dom' })).toContain('Haus am Dom');
});

test('one seat is one', () => {
  expect(shown({ seats: 1 })).toContain('1 Platz vor Ort');
  expect(shown({ seats: 2 })).toContain('2 Plätze vor Ort');
});
