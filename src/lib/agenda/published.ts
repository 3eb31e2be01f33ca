/** A programme as everyone reads it: what the moderators planned, without their notes, with its times. Pure. */
import { dayClock } from './clock';
import type { AgendaContent, AgendaItem, Track } from './document';
import { planDay, type Day } from './timing';

export interface PublishedItem extends Omit<AgendaItem, 'notes' | 'dayId'> {
  dayId: string;
  /** Minutes since the day's midnight that have gone by (clock.ts). */
  start: number;
  end: number;
}

export interface PublishedAgenda {
  timeZone: string;
  days: Day[];
  tracks: Track[];
  /** Day by day, in the order in which they begin. */
  items: PublishedItem[];
  /** Why a chosen topic has fewer minutes than decided, or none: by topic. */
  reasons: Record<string, string>;
}

/** The item that opens the workshop: the first welcome; null where there is none. */
export const openingId = ({ items }: Pick<PublishedAgenda, 'items'>): string | null =>
  items.find(({ kind }) => kind === 'welcome')?.id ?? null;

/**
 * The programme on the dates that its days have by now: a workshop that is put off takes it along, without
 * being published again. A day that is gone keeps the date that was told.
 *
 * @param days of the workshop, as they are at present
 */
export function onPresentDays(
  agenda: PublishedAgenda,
  days: readonly Pick<Day, 'id' | 'date'>[],
): PublishedAgenda {
  const dates = new Map(days.map(({ id, date }) => [id, date]));
  const dateOf = ({ id, date }: Day) => (dates.has(id) ? dates.get(id)! : date);
  return { ...agenda, days: agenda.days.map((day) => ({ ...day, date: dateOf(day) })) };
}

/** What is put aside stays with the moderators. */
export function publishedAgenda(
  content: AgendaContent,
  days: Day[],
  timeZone: string,
): PublishedAgenda {
  const trackIds = content.tracks.map(({ id }) => id);
  const byId = new Map(content.items.map((item) => [item.id, item]));
  const items = days.flatMap((day): PublishedItem[] => {
    const { slots } = planDay(day, content.items, trackIds, dayClock(day.date, timeZone));
    return slots
      .toSorted((one, other) => one.start - other.start)
      .map(({ itemId, start, end }) => {
        const { notes: _, ...shown } = byId.get(itemId)!;
        return { ...shown, dayId: day.id, start, end };
      });
  });
  return { timeZone, days, tracks: content.tracks, items, reasons: content.reasons };
}
