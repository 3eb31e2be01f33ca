import { Temporal } from 'temporal-polyfill';
import { DEFAULT_PACE, type NoticeKind, type Pace } from './kinds';

/** A person's wishes: the general pace, finer ones per kind, and hours of the day without mail. */
export interface Wishes {
  pace: Pace;
  finer: Partial<Record<NoticeKind, Pace>>;
  /** Full hours, 0 to 23; both or none. From 22 until 6 goes over midnight. */
  quietFrom: number | null;
  quietUntil: number | null;
}

export const defaultWishes: Wishes = {
  pace: DEFAULT_PACE,
  finer: {},
  quietFrom: null,
  quietUntil: null,
};

/** When the daily mail leaves, in the cohort's time zone. */
const DAILY_HOUR = 7;

/** Older news, found late (after a long standstill, in the demo), is shown but not mailed. */
const LATEST_MAIL_HOURS = 48;

/** How somebody wants to hear about a kind. Announcements are always mailed at once. */
export const paceFor = (wishes: Wishes, kind: NoticeKind): Pace =>
  kind === 'announcement' ? 'at_once' : (wishes.finer[kind] ?? wishes.pace);

const isQuiet = (hour: number, { quietFrom, quietUntil }: Wishes): boolean => {
  if (quietFrom === null || quietUntil === null || quietFrom === quietUntil) return false;
  return quietFrom < quietUntil
    ? hour >= quietFrom && hour < quietUntil
    : hour >= quietFrom || hour < quietUntil;
};

const atHour = (day: Temporal.ZonedDateTime, hour: number) =>
  day.startOfDay().with({ hour, minute: 0 });

/** The first moment at or after `at` that is not in the quiet hours. */
function afterQuiet(at: Temporal.ZonedDateTime, wishes: Wishes): Temporal.ZonedDateTime {
  if (!isQuiet(at.hour, wishes)) return at;
  const end = atHour(at, wishes.quietUntil!);
  return Temporal.ZonedDateTime.compare(end, at) > 0
    ? end
    : atHour(at.add({ days: 1 }), wishes.quietUntil!);
}

function nextDaily(at: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const today = atHour(at, DAILY_HOUR);
  return Temporal.ZonedDateTime.compare(today, at) > 0
    ? today
    : atHour(at.add({ days: 1 }), DAILY_HOUR);
}

/**
 * When the mail about something that happened at `happenedAt` is due; null: no mail about it.
 *
 * @param now the present, later than `happenedAt` where a job had to wait
 */
export function mailDueAt(
  wishes: Wishes,
  kind: NoticeKind,
  { happenedAt, now, timeZone }: { happenedAt: Date; now: Date; timeZone: string },
): Date | null {
  const pace = paceFor(wishes, kind);
  if (pace === 'off') return null;
  if (now.getTime() - happenedAt.getTime() > LATEST_MAIL_HOURS * 3_600_000) return null;
  const at = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  if (kind === 'announcement') return now;
  const due = afterQuiet(pace === 'daily' ? nextDaily(at) : at, wishes);
  return new Date(due.epochMilliseconds);
}
