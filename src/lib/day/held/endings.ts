/** What ends because the workshop does. Pure. */
import { dayClock } from '$lib/agenda/clock';
import type { PublishedAgenda } from '$lib/agenda/published';
import { LENGTH_OF_A_DAY, runDay, type DayRun, type RunEvent } from '../run';

export interface Ending {
  itemId: string;
  at: Date;
}

/**
 * Everything that was begun and not ended, with when it ends: now; on a day that is long past, at its last
 * moment, since a later tap would not count.
 *
 * @param now milliseconds since 1970
 */
export function endings(
  programme: PublishedAgenda,
  taps: readonly RunEvent[],
  now: number,
): Ending[] {
  return programme.days.flatMap(({ id, date }) => {
    const { phase, running } = runDay(programme, id, taps, now);
    const close = dayClock(date, programme.timeZone).momentAt(LENGTH_OF_A_DAY);
    // Where nobody leads, the clock alone says what runs.
    if (phase === 'by_plan' || !close) return [];
    const at = new Date(Math.min(now, close.getTime() - 1));
    return running.map(({ item }) => ({ itemId: item.id, at }));
  });
}

/**
 * A day of a workshop that moderators have said to be over: what the clock says, what still waits, and what a
 * device tells late do not come any more.
 */
export function closedDay(
  programme: PublishedAgenda,
  dayId: string,
  taps: readonly RunEvent[],
): DayRun {
  const { date } = programme.days.find(({ id }) => id === dayId)!;
  const close = dayClock(date, programme.timeZone).momentAt(LENGTH_OF_A_DAY);
  const run = runDay(programme, dayId, taps, close?.getTime() ?? 0);
  const items = run.items.map((entry) =>
    entry.state === 'running' ? { ...entry, state: 'done' as const } : entry,
  );
  return { ...run, items, running: [] };
}
