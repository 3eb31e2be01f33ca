import type { Span } from '../days';

// Which mails calendars need, from what they should show and what they were told before. Pure.

export interface WantedDay extends Span {
  dayId: string;
  title: string;
  place: string;
  onlineUrl: string;
}

export interface ToldEntry extends WantedDay {
  membershipId: string;
  sequence: number;
  isCancelled: boolean;
}

export interface CalendarNews extends ToldEntry {
  /** Whether the person's calendar has it already. */
  isKnown: boolean;
}

interface Now {
  /** What the workshop's days are; none where it does not take place. */
  days: readonly WantedDay[];
  /** Who is expected. */
  membershipIds: readonly string[];
  told: readonly ToldEntry[];
  /** How often the workshop has changed. */
  sequence: number;
  at: Date;
}

const saysTheSame = (one: WantedDay, other: WantedDay): boolean =>
  one.title === other.title &&
  one.place === other.place &&
  one.onlineUrl === other.onlineUrl &&
  one.startsAt.getTime() === other.startsAt.getTime() &&
  one.endsAt.getTime() === other.endsAt.getTime();

/**
 * What has to be told, to whom: nothing where nothing has changed, and nothing about what is over. The number
 * of a message is higher than that of the one before, or calendars would ignore it.
 */
export function newsFor({ days, membershipIds, told, sequence, at }: Now): CalendarNews[] {
  const keyOf = (membershipId: string, dayId: string) => `${membershipId} ${dayId}`;
  const known = new Map(told.map((entry) => [keyOf(entry.membershipId, entry.dayId), entry]));
  const next = (entry?: ToldEntry) => Math.max(sequence, entry ? entry.sequence + 1 : 0);
  const expected = new Set<string>();
  const news: CalendarNews[] = [];
  for (const membershipId of membershipIds) {
    for (const day of days) {
      const key = keyOf(membershipId, day.dayId);
      expected.add(key);
      const entry = known.get(key);
      if (day.endsAt <= at || (entry && !entry.isCancelled && saysTheSame(entry, day))) continue;
      const isKnown = entry !== undefined && !entry.isCancelled;
      news.push({ ...day, membershipId, sequence: next(entry), isCancelled: false, isKnown });
    }
  }
  for (const [key, entry] of known) {
    if (entry.isCancelled || entry.endsAt <= at || expected.has(key)) continue;
    news.push({ ...entry, sequence: next(entry), isCancelled: true, isKnown: true });
  }
  return news;
}
