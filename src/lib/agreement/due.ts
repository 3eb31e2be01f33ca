import { workingDayBefore } from '$lib/platform/working-days';
import { fromLocalInput } from '$lib/ui/format';

// When an agreement is due, and when those responsible are reminded. Pure. Days are days of the
// calendar in the cohort's time zone: "2026-03-13".

export type Standing = 'overdue' | 'today' | 'later' | 'undated';

/** When people are at work. */
const MORNING = '08:00';

/** How an open agreement stands on a day. */
export function standingOf(dueOn: string | null, today: string): Standing {
  if (dueOn === null) return 'undated';
  if (dueOn < today) return 'overdue';
  return dueOn === today ? 'today' : 'later';
}

export interface Reminder {
  /** 1 on the working day before, 2 on the day. */
  step: 1 | 2;
  at: Date;
}

/** In the morning of the working day before, and of the day itself: those that are still to come. */
export function remindersOf(dueOn: string, now: Date, timeZone: string): Reminder[] {
  const onTheDay = fromLocalInput(`${dueOn}T${MORNING}`, timeZone);
  if (!onTheDay) return [];
  const before = new Date(workingDayBefore(onTheDay.getTime(), timeZone));
  const reminders: Reminder[] = [
    { step: 1, at: before },
    { step: 2, at: onTheDay },
  ];
  return reminders.filter(({ at }) => at > now);
}

interface Due {
  id: string;
  dueOn: string | null;
}

/** What is due first; what has no day last. */
export const byDueDay = (one: Due, other: Due): number => {
  const [first, second] = [one.dueOn ?? '9999', other.dueOn ?? '9999'];
  if (first !== second) return first < second ? -1 : 1;
  return one.id < other.id ? -1 : 1;
};
