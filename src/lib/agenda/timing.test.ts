import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayClock } from './clock';
import { planDay, type Day, type Timed } from './timing';

const BERLIN = 'Europe/Berlin';
/** An ordinary day, none yet, and the nights in which clocks go forward and back. */
const DATES = ['2026-03-13', null, '2026-03-29', '2026-10-25'] as const;

const tracks = ['left', 'right'];
const item = fc.record({
  id: fc.uuid(),
  dayId: fc.constantFrom('day', 'day', 'day', 'other', null),
  trackId: fc.constantFrom(null, 'left', 'right', 'gone'),
  minutes: fc.integer({ min: 1, max: 300 }),
  pinnedAt: fc.option(fc.integer({ min: 0, max: 2_879 }), { freq: 4 }),
});
const items = fc.uniqueArray(item, { selector: ({ id }) => id, maxLength: 20 });
const day = fc.record({
  id: fc.constant('day'),
  date: fc.constantFrom(...DATES),
  startMinute: fc.integer({ min: 0, max: 1_439 }),
  endMinute: fc.integer({ min: 1_440, max: 2_880 }),
});

const plan = (of: Day, list: Timed[]) => planDay(of, list, tracks, dayClock(of.date, BERLIN));

/** What lasts so long, with nothing else said. */
const lasting = (
  id: string,
  minutes: number,
  more: { trackId?: string; pinnedAt?: number } = {},
) => ({
  id,
  dayId: 'day',
  trackId: more.trackId ?? null,
  minutes,
  pinnedAt: more.pinnedAt ?? null,
});

describe('the plan of a day', () => {
  it('loses no item, keeps every length and what is pinned', () => {
    fc.assert(
      fc.property(day, items, (of, list) => {
        const { slots } = plan(of, list);
        const here = list.filter(({ dayId }) => dayId === 'day');
        expect(slots.map(({ itemId }) => itemId)).toEqual(here.map(({ id }) => id));
        const clock = dayClock(of.date, BERLIN);
        slots.forEach((slot, index) => {
          const { minutes, pinnedAt } = here[index]!;
          expect(slot.end - slot.start).toBe(minutes);
          if (pinnedAt !== null) expect(slot.start).toBe(clock.elapsedAt(pinnedAt));
          else expect([slot.gapBefore, slot.overlap]).toEqual([0, 0]);
          expect(Math.min(slot.gapBefore, slot.overlap)).toBe(0);
        });
      }),
    );
  });

  it('adds up: without tracks, lengths and gaps make the whole, less what overlaps', () => {
    fc.assert(
      fc.property(day, items, (of, list) => {
        const single = list.map((one) => ({ ...one, trackId: null }));
        const { slots, start, plannedEnd } = plan(of, single);
        let reached = start;
        for (const { start: begin, end, gapBefore, overlap } of slots) {
          expect(begin).toBe(reached + gapBefore - overlap);
          reached = Math.max(reached, end);
        }
        expect(plannedEnd).toBe(reached);
      }),
    );
  });

  it('lets nothing that flows begin before what comes before it in its track, or for everyone, is over', () => {
    fc.assert(
      fc.property(day, items, (of, list) => {
        const byId = new Map(list.map((one) => [one.id, one]));
        const trackOf = (id: string) => {
          const { trackId } = byId.get(id)!;
          return trackId !== null && tracks.includes(trackId) ? trackId : null;
        };
        const { slots } = plan(of, list);
        slots.forEach((slot, index) => {
          if (byId.get(slot.itemId)!.pinnedAt !== null) return;
          const own = trackOf(slot.itemId);
          const earlier = slots.slice(0, index).filter(({ itemId }) => {
            const other = trackOf(itemId);
            return own === null || other === null || own === other;
          });
          expect(slot.start).toBeGreaterThanOrEqual(Math.max(0, ...earlier.map(({ end }) => end)));
        });
      }),
    );
  });

  it('runs tracks beside each other, and brings everyone together again', () => {
    const { slots, plannedEnd } = plan(
      { id: 'day', date: null, startMinute: 540, endMinute: 960 },
      [
        lasting('welcome', 30),
        lasting('left', 60, { trackId: 'left' }),
        lasting('right', 90, { trackId: 'right' }),
        lasting('closing', 15),
      ],
    );
    expect(slots.map(({ start }) => start)).toEqual([540, 570, 570, 660]);
    expect(plannedEnd).toBe(675);
  });

  it('tells a gap before a pinned item, and an overlap, and repairs neither', () => {
    const { slots } = plan({ id: 'day', date: null, startMinute: 540, endMinute: 960 }, [
      lasting('input', 60),
      lasting('lunch', 45, { pinnedAt: 720 }),
      lasting('work', 120),
      lasting('bus', 15, { pinnedAt: 870 }),
    ]);
    expect(slots.map(({ gapBefore, overlap }) => [gapBefore, overlap])).toEqual([
      [0, 0],
      [120, 0],
      [0, 0],
      [0, 15],
    ]);
  });
});

describe('the clock of a day', () => {
  it('shows three o’clock after the night’s hour that is left out, and two o’clock twice', () => {
    const forward = dayClock('2026-03-29', BERLIN);
    expect([forward.shownAt(119), forward.shownAt(120)]).toEqual([119, 180]);
    const back = dayClock('2026-10-25', BERLIN);
    expect([back.shownAt(120), back.shownAt(180), back.shownAt(240)]).toEqual([120, 120, 180]);
  });

  it('goes on after midnight, into a night in which clocks change too', () => {
    const clock = dayClock('2026-03-28', BERLIN);
    expect(clock.elapsedAt(1_440 + 240)).toBe(1_440 + 180);
    expect(clock.momentAt(1_440 + 180)).toEqual(new Date('2026-03-29T02:00:00Z'));
  });

  it('finds back from what clocks show', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DATES), fc.integer({ min: 0, max: 2_879 }), (date, shown) => {
        const clock = dayClock(date, BERLIN);
        const again = clock.shownAt(clock.elapsedAt(shown));
        // The hour that is left out is told as the one after it.
        expect([shown, shown + 60]).toContain(again);
      }),
    );
  });
});
