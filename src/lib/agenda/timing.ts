/** When everything begins and ends. Pure: starts are computed, never stored. */
import type { DayClock } from './clock';
import type { AgendaItem } from './document';

/** A day as the workshop says it; times in minutes after midnight as clocks show it. */
export interface Day {
  id: string;
  /** "2026-03-13"; null while it is not known yet. */
  date: string | null;
  startMinute: number;
  endMinute: number;
}

/** When an item takes place, in minutes since the day's midnight that have gone by (clock.ts). */
export interface Slot {
  itemId: string;
  start: number;
  end: number;
  /** Minutes in which nothing is planned before it, because it keeps its time. */
  gapBefore: number;
  /** Minutes for which what comes before it still runs when it begins. */
  overlap: number;
}

export interface DayPlan {
  dayId: string;
  start: number;
  /** When the day is to end. */
  end: number;
  /** In the order of the items. */
  slots: Slot[];
  /** When the last item ends; the start of a day without items. */
  plannedEnd: number;
}

/** What of an item its time depends on. */
export type Timed = Pick<AgendaItem, 'id' | 'dayId' | 'trackId' | 'minutes' | 'pinnedAt'>;

/**
 * Lays the items of a day out, one after the other. What is for everyone begins when all tracks are done,
 * and all tracks go on after it. A pinned item keeps its time: a gap or an overlap before it is told, and
 * nothing else moves to close it.
 *
 * @param trackIds the tracks there are; an item on any other one is for everyone
 */
export function planDay(
  day: Day,
  items: readonly Timed[],
  trackIds: readonly string[],
  clock: DayClock,
): DayPlan {
  const start = clock.elapsedAt(day.startMinute);
  const slots: Slot[] = [];
  /** Until when each track is taken. */
  const taken = new Map(trackIds.map((id) => [id, start]));
  /** Until when everyone is taken. */
  let common = start;
  for (const { id, dayId, trackId, minutes, pinnedAt } of items) {
    if (dayId !== day.id) continue;
    const own = trackId === null ? undefined : taken.get(trackId);
    const free = own ?? Math.max(common, ...taken.values());
    const begin = pinnedAt === null ? free : clock.elapsedAt(pinnedAt);
    const slot = {
      itemId: id,
      start: begin,
      end: begin + minutes,
      gapBefore: Math.max(0, begin - free),
      overlap: Math.max(0, free - begin),
    };
    slots.push(slot);
    const until = Math.max(free, slot.end);
    if (trackId !== null && own !== undefined) taken.set(trackId, until);
    else {
      common = until;
      for (const track of trackIds) taken.set(track, until);
    }
  }
  const plannedEnd = Math.max(start, ...slots.map(({ end }) => end));
  return { dayId: day.id, start, end: clock.elapsedAt(day.endMinute), slots, plannedEnd };
}
