import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newItem, type AgendaItem } from '$lib/agenda/document';
import { publishedAgenda, type PublishedAgenda } from '$lib/agenda/published';
import { comesAfter, dayAt, effectiveTaps, offersFor, runDay, type RunEvent } from './run';

const DAY = { id: 'day', date: '2026-03-13', startMinute: 540, endMinute: 960 };
/** So many minutes after the midnight of the day in Berlin. */
const at = (minutes: number) => Date.parse('2026-03-12T23:00:00Z') + minutes * 60_000;

const item = (id: string, minutes: number, more: Partial<AgendaItem> = {}) =>
  newItem({ id, kind: 'plenary', dayId: 'day', title: id, minutes, ...more });

function programmeOf(items: AgendaItem[], day = DAY): PublishedAgenda {
  const tracks = ['left', 'right'].map((id) => ({ id, name: id }));
  return publishedAgenda({ tracks, items, availability: [], reasons: {} }, [day], 'Europe/Berlin');
}

/** 9:00 welcome, 9:30 input, 10:30 break, 10:45 work, 11:45 lunch (kept at 12:00), 12:45 closing, 13:15. */
const programme = programmeOf([
  item('welcome', 30),
  item('input', 60),
  item('break', 15, { kind: 'break' }),
  item('work', 60),
  item('lunch', 45, { kind: 'break', pinnedAt: 720 }),
  item('closing', 30),
]);

let count = 0;
const tap = (
  kind: RunEvent['kind'],
  itemId: string | null,
  minutes: number,
  more: Partial<RunEvent> = {},
): RunEvent => ({
  id: `tap-${String((count += 1)).padStart(4, '0')}`,
  kind,
  itemId,
  otherItemId: null,
  minutes: null,
  undoneId: null,
  at: new Date(at(minutes)).toISOString(),
  ...more,
});

const run = (events: RunEvent[], minutes: number, of = programme) =>
  runDay(of, 'day', events, at(minutes));
const stateOf = (events: RunEvent[], minutes: number, of = programme) =>
  Object.fromEntries(run(events, minutes, of).items.map((one) => [one.item.id, one]));

describe('the run of a day', () => {
  it('says what runs, how long still, and what comes next', () => {
    const now = run([tap('started', 'welcome', 545)], 555);
    expect(now.phase).toBe('live');
    expect(now.running.map(({ item: { id }, left }) => [id, left])).toEqual([['welcome', 20]]);
    expect(now.next.map(({ item: { id }, start }) => [id, start])).toEqual([['input', 575]]);
    // Five minutes late: what keeps its time is on time again, and so is the end.
    expect([now.behind, now.end, now.plannedEnd]).toEqual([5, 795, 795]);
  });

  it('goes by the clock where nobody leads', () => {
    expect(run([], 500).phase).toBe('before');
    const now = run([], 580);
    expect([now.phase, now.running[0]!.item.id, now.running[0]!.left]).toEqual([
      'by_plan',
      'input',
      50,
    ]);
    expect(now.behind).toBe(0);
    expect(run([], 800).items.every(({ state }) => state === 'done')).toBe(true);
  });

  it('is behind for as long as something runs over, and ahead when it ends early', () => {
    const events = [tap('started', 'welcome', 540)];
    expect(run(events, 580).behind).toBe(10);
    expect(stateOf(events, 580).welcome!.left).toBe(-10);
    const early = run([...events, tap('moved_on', 'welcome', 560, { otherItemId: 'input' })], 560);
    expect(early.behind).toBe(-10);
    expect(early.end).toBe(795);
  });

  it('tells what is late that was to keep its time', () => {
    const state = stateOf([tap('started', 'work', 680)], 690);
    expect(state.lunch).toMatchObject({ start: 740, late: 20 });
    expect(state.break!.state).toBe('skipped');
  });

  it('takes the minutes of an extension from where they were asked for', () => {
    const events = [tap('started', 'welcome', 540)];
    const now = run(events, 565);
    const offers = offersFor(programme, now, events, {
      itemId: 'welcome',
      minutes: 5,
      now: at(565),
    });
    expect(offers.map(({ otherItemId }) => otherItemId)).toEqual([
      ...[null, 'closing', 'work', 'input', 'lunch', 'break'],
    ]);
    // Before lunch there is slack; ten minutes more than it need somebody to pay.
    expect(offers[0]).toMatchObject({ endShift: 0 });
    const more = offersFor(programme, now, events, {
      ...{ itemId: 'welcome', minutes: 20, now: at(565) },
    });
    expect(more.map(({ otherItemId, endShift }) => [otherItemId, endShift])).toEqual([
      ['closing', -15],
      ['work', 0],
      ['input', 0],
      ['lunch', -15],
      [null, 5],
    ]);
    const extended = [
      ...events,
      tap('extended', 'welcome', 565, { minutes: 5, otherItemId: 'input' }),
    ];
    expect(stateOf(extended, 565).welcome!.left).toBe(10);
    expect(stateOf(extended, 565).input).toMatchObject({ start: 575, end: 630, changedBy: -5 });
    expect(run(extended, 565).behind).toBe(5);
  });

  it('lets one tap of two moderators count once, and a wrong one be taken back', () => {
    const start = tap('started', 'welcome', 540);
    const both = [1, 2].map((late) =>
      tap('moved_on', 'welcome', 570 + late, { otherItemId: 'input' }),
    );
    const twice = run([start, ...both], 580);
    expect(twice.running.map((one) => one.item.id)).toEqual(['input']);
    expect(twice.ignored).toEqual([both[1]]);
    const back = both.map(({ id }) => tap('undone', null, 575, { undoneId: id }));
    expect(run([...back, start, ...both], 580).running[0]!.item.id).toBe('welcome');
  });

  it('runs tracks beside each other, and calls everyone back together', () => {
    const parallel = programmeOf([
      item('welcome', 30),
      item('one', 60, { trackId: 'left' }),
      item('two', 45, { trackId: 'right' }),
      item('closing', 30),
    ]);
    const start = tap('started', 'welcome', 540);
    const before = run([start], 569, parallel);
    const after = comesAfter(parallel, before, 'welcome');
    expect(after.map((one) => one.item.id)).toEqual(['one', 'two']);
    const both = after.map((one) => tap('moved_on', 'welcome', 570, { otherItemId: one.item.id }));
    const groups = run([start, ...both], 600, parallel);
    expect(groups.running.map((one) => one.item.id)).toEqual(['one', 'two']);
    const together = tap('moved_on', 'two', 610, { otherItemId: 'closing' });
    const end = run([start, ...both, together], 620, parallel);
    expect(end.running.map((one) => one.item.id)).toEqual(['closing']);
    expect(end.items.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'running']);
  });

  it('takes taps of another day for rehearsals', () => {
    const rehearsed = run([tap('started', 'welcome', -600)], 500);
    expect([rehearsed.phase, rehearsed.ignored.length]).toEqual(['before', 1]);
  });

  it('ends when the last thing is done, and goes on where it is started again', () => {
    const events = [tap('started', 'closing', 760), tap('ended', 'closing', 790)];
    expect(run(events, 792).phase).toBe('over');
    const again = run([...events, tap('started', 'closing', 793)], 794);
    expect([again.phase, again.running[0]!.left]).toEqual(['live', -1]);
  });

  it('opens on today, before the workshop on its first day, after it on its last', () => {
    const days = ['2026-03-13', '2026-03-14'].map((date, id) => ({ ...DAY, id: String(id), date }));
    const two = publishedAgenda(
      { tracks: [], items: [], availability: [], reasons: {} },
      days,
      'Europe/Berlin',
    );
    const opened = ['2026-03-01', '2026-03-13', '2026-03-14', '2026-04-01'];
    expect(opened.map((today) => dayAt(two, today))).toEqual(['0', '0', '1', '1']);
  });
});

const ids = ['a', 'b', 'c', 'd', 'e'];
const someItems = fc.tuple(
  ...ids.map((id) =>
    fc
      .record({
        minutes: fc.integer({ min: 5, max: 90 }),
        trackId: fc.constantFrom(null, null, 'left', 'right'),
        pinnedAt: fc.option(fc.integer({ min: 540, max: 960 }), { freq: 4 }),
      })
      .map(({ minutes, ...more }) => item(id, minutes, more)),
  ),
);
const anyItem = fc.constantFrom(...ids, 'gone');
const moment = fc.integer({ min: 500, max: 1_000 });
const plainTap = fc
  .record({
    id: fc.uuid(),
    kind: fc.constantFrom('started' as const, 'ended', 'moved_on', 'extended'),
    itemId: anyItem,
    other: anyItem,
    minutes: fc.integer({ min: 1, max: 30 }),
    at: moment,
  })
  .map(({ kind, other, minutes, at: when, ...rest }) => ({
    ...rest,
    kind,
    otherItemId: kind === 'moved_on' || kind === 'extended' ? other : null,
    minutes: kind === 'extended' ? minutes : null,
    undoneId: null,
    at: new Date(at(when)).toISOString(),
  }));
/** Taps, some of which take earlier ones back. */
const taps = fc
  .tuple(
    fc.uniqueArray(plainTap, { selector: ({ id }) => id, maxLength: 14 }),
    fc.array(fc.tuple(fc.nat(13), fc.uuid()), { maxLength: 3 }),
  )
  .map(([list, undos]): RunEvent[] => [
    ...list,
    ...undos.flatMap(([index, id]): RunEvent[] =>
      list[index]
        ? [{ ...list[index], id, kind: 'undone', itemId: null, undoneId: list[index].id }]
        : [],
    ),
  ]);

describe('whatever is tapped', () => {
  it('gives the same in any order, and twice', () => {
    fc.assert(
      fc.property(
        someItems,
        taps,
        moment,
        fc.infiniteStream(fc.nat()),
        (items, list, now, luck) => {
          const of = programmeOf(items);
          const shuffled = [...list, ...list]
            .map((event) => ({ event, order: luck.next().value as number }))
            .sort((one, other) => one.order - other.order)
            .map(({ event }) => event);
          expect(run(shuffled, now, of)).toEqual(run(list, now, of));
        },
      ),
    );
  });

  it('loses no item and no tap, and runs nothing beside what is for everyone', () => {
    fc.assert(
      fc.property(someItems, taps, moment, (items, list, now) => {
        const of = programmeOf(items);
        const result = run(list, now, of);
        expect(result.items.map((one) => one.item)).toEqual(of.items);
        const [{ ignored }, counted] = [result, effectiveTaps(list)];
        expect(counted).toEqual(expect.arrayContaining(ignored));
        // Leaving out what was ignored changes nothing.
        const kept = counted.filter((event) => !ignored.includes(event));
        expect({ ...run(kept, now, of), ignored }).toEqual(result);
        const tracks = result.running.map((one) => one.item.trackId);
        if (result.phase === 'live' && tracks.includes(null)) expect(tracks).toHaveLength(1);
        if (result.phase === 'live') expect(new Set(tracks).size).toBe(tracks.length);
      }),
    );
  });

  it('gives no minute that nobody pays for, and takes none that is not there', () => {
    fc.assert(
      fc.property(someItems, taps, moment, (items, list, now) => {
        const of = programmeOf(items);
        const { items: after, ignored, phase } = run(list, now, of);
        if (phase !== 'live') return;
        const extensions = effectiveTaps(list).filter(
          (event) => event.kind === 'extended' && !ignored.includes(event),
        );
        const given = extensions.reduce((sum, { minutes }) => sum + minutes!, 0);
        const changed = after.reduce((sum, { changedBy }) => sum + changedBy, 0);
        expect(changed).toBeLessThanOrEqual(given);
        if (extensions.every(({ otherItemId }) => otherItemId === null))
          expect(changed).toBe(given);
        for (const { minutes } of after) expect(minutes).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('never lets what waits begin in the past, before its time, or before its track is free', () => {
    fc.assert(
      fc.property(someItems, taps, moment, (items, list, now) => {
        const result = run(list, now, programmeOf(items));
        if (result.phase !== 'live') return;
        const waiting = result.items.filter(({ state }) => state === 'waiting');
        for (const {
          item: { pinnedAt, trackId },
          start,
          end,
          minutes,
        } of waiting) {
          expect(start).toBeGreaterThanOrEqual(now);
          if (pinnedAt !== null) expect(start).toBeGreaterThanOrEqual(pinnedAt);
          expect(end - start).toBeCloseTo(minutes);
          const runs = result.running.filter(
            (one) => trackId === null || one.item.trackId === null || one.item.trackId === trackId,
          );
          for (const one of runs) expect(start).toBeGreaterThanOrEqual(one.end - 1e-9);
        }
      }),
    );
  });
});
