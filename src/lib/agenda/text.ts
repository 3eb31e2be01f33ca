/** What is called how in an agenda, and its times, in a language that is told: for pages, mails and paper. Pure. */
import type { Locale } from '$lib/access/actor';
import { m } from '$lib/paraglide/messages.js';
import { formatDate, type DateStyle } from '$lib/ui/format';
import { dayClock } from './clock';
import type { AgendaItem, ItemKind } from './document';
import type { Day } from './timing';
import { clockText as clockDigits, kindNames } from './words';

export const kindWord = (kind: ItemKind, locale: Locale): string => kindNames[kind]({}, { locale });

/** What an item is called: where nobody has named it, what kind it is. */
export const itemTitle = ({ title, kind }: Pick<AgendaItem, 'title' | 'kind'>, locale: Locale) =>
  title || kindWord(kind, locale);

/** "09:30 Uhr" */
export const clockText = (shown: number, locale: Locale): string =>
  m.agenda_clock({ time: clockDigits(shown) }, { locale });

/** "09:30–10:15 Uhr" */
export const clockRange = (from: number, until: number, locale: Locale): string =>
  m.agenda_clock_range({ from: clockDigits(from), until: clockDigits(until) }, { locale });

/** "Freitag, 13. März 2026"; "Tag 2" while it has no date. */
export function dayText(
  days: readonly Day[],
  dayId: string,
  locale: Locale,
  timeZone: string,
  style: DateStyle = 'weekday',
): string {
  const index = days.findIndex(({ id }) => id === dayId);
  const noon = dayClock(days[index]?.date ?? null, timeZone).momentAt(12 * 60);
  if (noon === null) return m.agenda_day_number({ number: index + 1 }, { locale });
  return formatDate(noon, locale, timeZone, style);
}
