import type { Locale } from '$lib/access/actor';
import { m } from '$lib/paraglide/messages.js';
import { getLocale } from '$lib/paraglide/runtime.js';
import { formatDateRange, formatDateTime, formatTimeRange } from '$lib/ui/format';
import { spanOf, spanOfDay } from './days';
import type { WorkshopDay, WorkshopKind, WorkshopState } from './schema';

type Tone = 'neutral' | 'accent' | 'mark' | 'success' | 'warning' | 'danger';
type Word = (facts?: object, options?: { locale: Locale }) => string;

export const stateWords: Record<WorkshopState, { label: Word; tone: Tone }> = {
  planned: { label: m.workshop_state_planned, tone: 'warning' },
  fixed: { label: m.workshop_state_fixed, tone: 'success' },
  held: { label: m.workshop_state_held, tone: 'neutral' },
  cancelled: { label: m.workshop_state_cancelled, tone: 'danger' },
};

const kinds: Record<WorkshopKind, Word> = {
  workshop: m.workshop_kind_workshop,
  symposium: m.workshop_kind_symposium,
  online_meeting: m.workshop_kind_online_meeting,
  visit: m.workshop_kind_visit,
  other: m.workshop_kind_other,
};

export const kindWord = (kind: WorkshopKind, locale: Locale = getLocale()): string =>
  kinds[kind]({}, { locale });

/** "3. Workshop", "Fachtagung". */
export const kindText = (
  { kind, number }: { kind: WorkshopKind; number: number | null },
  locale: Locale = getLocale(),
): string =>
  number === null
    ? kindWord(kind, locale)
    : m.workshop_kind_numbered({ number: String(number) }, { locale });

/** "13.–14. März 2026", or one day with its times; null where the day is not known. */
export function whenText(
  days: readonly WorkshopDay[],
  timeZone: string,
  locale: Locale = getLocale(),
): string | null {
  const span = spanOf(days, timeZone);
  if (!span) return null;
  return days.length === 1
    ? formatTimeRange(span.startsAt, span.endsAt, locale, timeZone)
    : formatDateRange(span.startsAt, span.endsAt, locale, timeZone);
}

/** One day with its weekday and times: "Freitag, 13. März 2026, 09:30 Uhr – 16:00 Uhr". */
export function dayText(
  day: WorkshopDay,
  timeZone: string,
  locale: Locale = getLocale(),
): string | null {
  const span = spanOfDay(day, timeZone);
  if (!span) return null;
  const { startsAt, endsAt } = span;
  const end = new Intl.DateTimeFormat(locale === 'de' ? 'de-DE' : 'en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(endsAt);
  const start = formatDateTime(startsAt, locale, timeZone, 'weekday').replace(/ Uhr$/, '');
  return locale === 'de' ? `${start}–${end} Uhr` : `${start}–${end}`;
}
