/** How the run of a day is put into words. */
import { m } from '$lib/paraglide/messages.js';
import type { DayRun, RunItem } from './run';

/** "noch 12 Minuten": rounded up, so that nobody is told that there is no time while there is some. */
export function leftText({ left }: Pick<RunItem, 'left'>): string {
  if (left > 1) return m.day_left({ count: Math.ceil(left) });
  if (left > 0) return m.day_left_last();
  const over = Math.floor(-left);
  return over < 1 ? m.day_left_none() : m.day_left_over({ count: over });
}

/** "5 Minuten später als geplant". Half a minute is nothing. */
export function behindText({ behind }: Pick<DayRun, 'behind'>): string {
  const minutes = Math.round(behind);
  if (minutes === 0) return m.day_on_time();
  return minutes > 0 ? m.day_behind({ count: minutes }) : m.day_ahead({ count: -minutes });
}

/** "5 Minuten länger"; nothing once it is over: then it took as long as it took. */
export function changedText({ state, changedBy }: Pick<RunItem, 'state' | 'changedBy'>): string {
  const isOver = state === 'done' || state === 'skipped';
  if (isOver || changedBy === 0) return '';
  return changedBy > 0 ? m.day_longer({ count: changedBy }) : m.day_shorter({ count: -changedBy });
}
