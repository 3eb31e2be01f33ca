import { m } from '$lib/paraglide/messages.js';
import { spanOfDay } from '../days';
import type { WorkshopDay } from '../schema';
import type { WantedDay } from './told';

interface Dated {
  title: string;
  place: string;
  onlineUrl: string;
  days: WorkshopDay[];
}

/** The days of a workshop in a calendar, each an event of its own. */
export function calendarDays(
  { title, place, onlineUrl, days }: Dated,
  timeZone: string,
  locale: 'de' | 'en',
): WantedDay[] {
  const count = days.length;
  return days.flatMap((day, index) => {
    const span = spanOfDay(day, timeZone);
    const name =
      count === 1 ? title : m.calendar_day_of({ title, day: index + 1, count }, { locale });
    return span ? [{ ...span, dayId: day.id, title: name, place, onlineUrl }] : [];
  });
}

/** What stands below the title of the day in a calendar. */
export function descriptionOf(onlineUrl: string, url: string, locale: 'de' | 'en'): string {
  const lines = [m.calendar_read_more({ url }, { locale })];
  if (onlineUrl !== '') lines.unshift(m.calendar_join_online({ url: onlineUrl }, { locale }));
  return lines.join('\n');
}
