import { dayClock } from '$lib/agenda/clock';
import { dayIn } from '$lib/ui/format';
import type { WorkshopDay } from './schema';

// When a workshop is, from the dates and clock times of its days. Pure.

export interface Span {
  startsAt: Date;
  endsAt: Date;
}

type TimedDay = Omit<WorkshopDay, 'id'>;

/** The moments at which a day begins and ends; null where its date is not known. */
export function spanOfDay({ date, startMinute, endMinute }: TimedDay, zone: string): Span | null {
  const clock = dayClock(date, zone);
  const startsAt = clock.momentAt(clock.elapsedAt(startMinute));
  const endsAt = clock.momentAt(clock.elapsedAt(endMinute));
  return startsAt && endsAt ? { startsAt, endsAt } : null;
}

/** From the beginning of the first day to the end of the last one; null where no date is known. */
export function spanOf(days: readonly TimedDay[], zone: string): Span | null {
  const spans = days.flatMap((day) => spanOfDay(day, zone) ?? []);
  if (spans.length === 0) return null;
  const latest = Math.max(...spans.map(({ endsAt }) => endsAt.getTime()));
  const earliest = Math.min(...spans.map(({ startsAt }) => startsAt.getTime()));
  return { startsAt: new Date(earliest), endsAt: new Date(latest) };
}

/** Whether both say the same about when it is. */
export const areSameDays = (some: readonly TimedDay[], others: readonly TimedDay[]): boolean =>
  some.length === others.length &&
  some.every(({ date, startMinute, endMinute }, index) => {
    const other = others[index]!;
    return (
      other.date === date && other.startMinute === startMinute && other.endMinute === endMinute
    );
  });

/** Whether every day is known and none is past; today is not. */
export function areAhead(days: readonly TimedDay[], now: Date, timeZone: string): boolean {
  const today = dayIn(now, timeZone);
  return days.length > 0 && days.every(({ date }) => date !== null && date >= today);
}

const MINUTES_OF_DAY = 1_440;

/** 570 → "09:30", as `<input type="time">` has it; minutes of the next day begin again at "00:00". */
export function clockText(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
}

/** "09:30" → 570; null where it is no time of day. */
export function minutesOf(text: string): number | null {
  const found = /^(\d{2}):(\d{2})/.exec(text);
  if (!found) return null;
  const minutes = Number(found[1]) * 60 + Number(found[2]);
  return minutes < MINUTES_OF_DAY && Number(found[2]) < 60 ? minutes : null;
}

/** The same of an end: midnight ends a day, it does not begin it. */
export function endMinutesOf(text: string): number | null {
  const minutes = minutesOf(text);
  return minutes === 0 ? MINUTES_OF_DAY : minutes;
}

const DAY_MS = 86_400_000;

/** "2026-03-13" → "2026-03-14"; nothing where it is no day. */
export function dayAfter(date: string): string {
  const next = Date.parse(`${date}T00:00:00Z`) + DAY_MS;
  return Number.isNaN(next) ? '' : new Date(next).toISOString().slice(0, 10);
}
