import { describe, expect, it } from 'vitest';
import { emptyAgenda, newItem } from '$lib/agenda/document';
import { publishedAgenda } from '$lib/agenda/published';
import { runDay, type RunEvent } from '../run';
import { closedDay, endings } from './endings';

const item = (id: string) =>
  newItem({ id, kind: 'plenary', minutes: 60, dayId: 'd1', title: id.toUpperCase() });
const programme = publishedAgenda(
  { ...emptyAgenda(), items: [item('a'), item('b')] },
  [{ id: 'd1', date: '2026-03-13', startMinute: 540, endMinute: 960 }],
  'UTC',
);
const at = (moment: string) => Date.parse(moment);
const tap = (kind: RunEvent['kind'], itemId: string, moment: string): RunEvent => ({
  ...{ id: `${kind} ${itemId}`, kind, itemId, at: moment },
  ...{ otherItemId: null, minutes: null, undoneId: null },
});
const begun = tap('started', 'a', '2026-03-13T09:00:00.000Z');

describe('what ends with the workshop', () => {
  it('is what was begun and not ended', () => {
    const now = at('2026-03-13T09:30:00Z');
    expect(endings(programme, [begun], now)).toEqual([{ itemId: 'a', at: new Date(now) }]);
    const ended = tap('ended', 'a', '2026-03-13T09:20:00.000Z');
    expect(endings(programme, [begun, ended], now)).toEqual([]);
  });

  it('is nothing where the clock alone says what runs', () => {
    expect(endings(programme, [], at('2026-03-13T09:30:00Z'))).toEqual([]);
  });

  it('counts when it is said days later', () => {
    const now = at('2026-03-19T09:30:00Z');
    const [ending] = endings(programme, [begun], now);
    const taps = [begun, tap('ended', 'a', ending!.at.toISOString())];
    expect(runDay(programme, 'd1', taps, now)).toMatchObject({ phase: 'over', running: [] });
  });
});

describe('a day that is over', () => {
  it('has nothing that runs or is to come, whoever led and whatever was told late', () => {
    const states = (taps: RunEvent[]) => {
      const { phase, running, next, items } = closedDay(programme, 'd1', taps);
      expect({ phase, running, next }).toEqual({ phase: 'over', running: [], next: [] });
      return items.map(({ state }) => state);
    };
    expect(states([])).toEqual(['done', 'done']);
    expect(states([begun])).toEqual(['done', 'skipped']);
  });
});
