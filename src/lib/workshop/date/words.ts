import { m } from '$lib/paraglide/messages.js';
import { getLocale } from '$lib/paraglide/runtime.js';
import { formatDate, formatDateRange } from '$lib/ui/format';
import { clockText } from '../days';
import type { InCalendar, Times } from './offer';
import type { Answer } from './ranking';

export const answerWords: Record<Answer, () => string> = {
  yes: m.workshop_dates_yes,
  if_need_be: m.workshop_dates_if_need_be,
  no: m.workshop_dates_no,
};

const MIDNIGHT = 1_440;
const noon = (date: string) => `${date}T12:00:00Z`;

/** "Freitag, 13. März 2026", or "13.–14. März 2026" with the weekday of the first day. */
export function daysText(dates: readonly string[], locale = getLocale()): string {
  const first = dates[0]!;
  if (dates.length === 1) return formatDate(noon(first), locale, 'UTC', 'weekday');
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const range = formatDateRange(noon(first), noon(dates.at(-1)!), locale, 'UTC');
  return `${weekday.format(new Date(noon(first)))}, ${range}`;
}

/** "Freitag, 13. März 2026, 09:30–16:00 Uhr"; of several days the days alone. */
export const offerText = ({ dates, times }: InCalendar): string =>
  times ? `${daysText(dates)}, ${timesText(times)}` : daysText(dates);

/** "09:30–16:00 Uhr". */
export const timesText = (times: Times): string => m.workshop_dates_times({ times: span(times) });

const span = ({ startMinute, endMinute }: Times): string =>
  `${clockText(startMinute)}–${endMinute === MIDNIGHT ? '24:00' : clockText(endMinute)}`;

/** "Fr., 13. März": for the head of a column. */
export const shortDay = (date: string, locale = getLocale()): string =>
  new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(new Date(noon(date)));

/** "Fr., 13. März, 09:30–16:00": the same where a day is offered more than once. */
export const shortOffer = ({ dates, times }: InCalendar): string =>
  times ? `${shortDay(dates[0]!)}, ${span(times)}` : shortDay(dates[0]!);

/** "13. März 2026". */
export const dayText = (date: string, locale = getLocale()): string =>
  formatDate(noon(date), locale, 'UTC', 'weekday');
