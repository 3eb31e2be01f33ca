/** How a day is drawn: so that its shortest item still has a line of its own. Pure. */
import type { DayPlan } from '../timing';

/** Pixels. */
const LINE = 28;
const LEAST_PER_MINUTE = 1.5;
const MOST_PER_MINUTE = 4;
const GRID = 30;

export interface Drawn {
  /** Minutes of the day with which the picture begins and ends. */
  from: number;
  until: number;
  pixelsPerMinute: number;
  /** The full and half hours in it, as minutes that have gone by. */
  ticks: number[];
}

export function drawn({ start, end, plannedEnd, slots }: DayPlan): Drawn {
  const earliest = Math.min(start, ...slots.map((slot) => slot.start));
  const latest = Math.max(end, plannedEnd);
  const from = Math.floor(earliest / GRID) * GRID;
  const until = Math.ceil(latest / GRID) * GRID;
  const shortest = Math.min(60, ...slots.map((slot) => slot.end - slot.start));
  const pixelsPerMinute = Math.min(MOST_PER_MINUTE, Math.max(LEAST_PER_MINUTE, LINE / shortest));
  const ticks = Array.from({ length: (until - from) / GRID + 1 }, (_, at) => from + at * GRID);
  return { from, until, pixelsPerMinute, ticks };
}
