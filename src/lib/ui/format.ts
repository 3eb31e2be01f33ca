/**
 * Dates, numbers and sizes as a reader of the given language writes them. Everything is pure: the
 * language, the time zone and the present moment are arguments. Formatters are kept, because
 * building one costs far more than using it.
 */

export type Locale = 'de' | 'en';
/** A moment: a Date, an ISO string or milliseconds since 1970. */
export type Moment = Date | string | number;
export type DateStyle = 'day' | 'weekday' | 'short' | 'month';

const languageTags: Record<Locale, string> = { de: 'de-DE', en: 'en-GB' };
const kept = new Map<string, unknown>();

function keep<T>(key: string, build: () => T): T {
  const found = kept.get(key) as T | undefined;
  if (found !== undefined) return found;
  const built = build();
  kept.set(key, built);
  return built;
}

const dateOptions: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: '2-digit', month: '2-digit', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
};
const timeOptions: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };

const dateTimeFormat = (locale: Locale, timeZone: string, options: Intl.DateTimeFormatOptions) =>
  keep(
    `d ${locale} ${timeZone} ${JSON.stringify(options)}`,
    () => new Intl.DateTimeFormat(languageTags[locale], { ...options, timeZone }),
  );

const numberFormat = (locale: Locale, options: Intl.NumberFormatOptions = {}) =>
  keep(
    `n ${locale} ${JSON.stringify(options)}`,
    () => new Intl.NumberFormat(languageTags[locale], options),
  );

const dateOf = (moment: Moment): Date => (moment instanceof Date ? moment : new Date(moment));

/** The moment in the form that `<time datetime>` and sorting need. */
export const isoOf = (moment: Moment): string => dateOf(moment).toISOString();

/** "14. März 2026", with 'weekday' "Samstag, 14. März 2026", with 'short' "14.03.2026". */
export function formatDate(
  moment: Moment,
  locale: Locale,
  timeZone: string,
  style: DateStyle = 'day',
): string {
  return dateTimeFormat(locale, timeZone, dateOptions[style]).format(dateOf(moment));
}

/** "09:30 Uhr" or "09:30". */
export function formatTime(moment: Moment, locale: Locale, timeZone: string): string {
  const time = dateTimeFormat(locale, timeZone, timeOptions).format(dateOf(moment));
  return locale === 'de' ? `${time} Uhr` : time;
}

/** "14. März 2026, 09:30 Uhr". */
export function formatDateTime(
  moment: Moment,
  locale: Locale,
  timeZone: string,
  style: DateStyle = 'day',
): string {
  return `${formatDate(moment, locale, timeZone, style)}, ${formatTime(moment, locale, timeZone)}`;
}

/** "14.–16. März 2026"; one date where both fall on the same day. */
export function formatDateRange(
  from: Moment,
  to: Moment,
  locale: Locale,
  timeZone: string,
): string {
  return dateTimeFormat(locale, timeZone, dateOptions.day).formatRange(dateOf(from), dateOf(to));
}

/** "14. März 2026, 09:30–12:00 Uhr"; two full moments where the days differ. */
export function formatTimeRange(
  from: Moment,
  to: Moment,
  locale: Locale,
  timeZone: string,
): string {
  const day = formatDate(from, locale, timeZone);
  if (day !== formatDate(to, locale, timeZone)) {
    return `${formatDateTime(from, locale, timeZone)} – ${formatDateTime(to, locale, timeZone)}`;
  }
  const start = dateTimeFormat(locale, timeZone, timeOptions).format(dateOf(from));
  return `${day}, ${start}–${formatTime(to, locale, timeZone)}`;
}

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const justNowMs = 45 * secondMs;
const relativeUntilDays = 7;

/** Days between two moments as the calendar of the time zone counts them: yesterday 23:59 is −1. */
function calendarDaysBetween(moment: Date, now: Date, timeZone: string): number {
  const midnight = (date: Date) => {
    const parts = localParts(date, timeZone);
    return Date.UTC(parts.year, parts.month - 1, parts.day);
  };
  return Math.round((midnight(moment) - midnight(now)) / dayMs);
}

/** "gerade eben", "vor 5 Minuten", "gestern", "in 3 Tagen"; further away than a week, the date. */
export function formatRelative(
  moment: Moment,
  now: Moment,
  locale: Locale,
  timeZone: string,
): string {
  const date = dateOf(moment);
  const present = dateOf(now);
  const distanceMs = date.getTime() - present.getTime();
  const relative = keep(
    `r ${locale}`,
    () => new Intl.RelativeTimeFormat(languageTags[locale], { numeric: 'auto' }),
  );
  if (Math.abs(distanceMs) < justNowMs) return locale === 'de' ? 'gerade eben' : 'just now';
  if (Math.abs(distanceMs) < hourMs) {
    return relative.format(awayFromZero(distanceMs / minuteMs), 'minute');
  }
  const days = calendarDaysBetween(date, present, timeZone);
  if (days === 0) return relative.format(Math.trunc(distanceMs / hourMs), 'hour');
  if (Math.abs(days) <= relativeUntilDays) return relative.format(days, 'day');
  return formatDate(date, locale, timeZone);
}

/** 0.8 minutes are one minute, not none; 59.7 minutes are 59, not an hour. */
const awayFromZero = (value: number): number =>
  Math.abs(value) < 1 ? Math.sign(value) : Math.trunc(value);

export function formatNumber(value: number, locale: Locale, maximumFractionDigits = 1): string {
  return numberFormat(locale, { maximumFractionDigits }).format(value);
}

/** 4 → "4,0": of numbers that stand one below the other. */
export const formatMean = (mean: number, locale: Locale): string =>
  numberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(mean);

/** 0.625 → "62,5 %". */
export function formatPercent(share: number, locale: Locale, maximumFractionDigits = 0): string {
  return numberFormat(locale, { style: 'percent', maximumFractionDigits }).format(share);
}

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** 1536000 → "1,5 MB", in steps of 1000 as operating systems and standards count today. */
export function formatFileSize(bytes: number, locale: Locale): string {
  const step = bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3);
  const index = Math.min(step, byteUnits.length - 1);
  return numberFormat(locale, {
    style: 'unit',
    unit: byteUnits[index],
    unitDisplay: index === 0 ? 'long' : 'short',
    maximumFractionDigits: index < 2 ? 0 : 1,
  }).format(bytes / 1000 ** index);
}

/** 90 → "1 Std. 30 Min." or "1 hr 30 min". */
export function formatMinutes(minutes: number, locale: Locale): string {
  const [hourWord, minuteWord] = locale === 'de' ? ['Std.', 'Min.'] : ['hr', 'min'];
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${formatNumber(rest, locale)} ${minuteWord}`;
  const hourText = `${formatNumber(hours, locale)} ${hourWord}`;
  return rest === 0 ? hourText : `${hourText} ${formatNumber(rest, locale)} ${minuteWord}`;
}

/** "Ahlen, Menden und Senden". */
export function formatList(items: readonly string[], locale: Locale): string {
  return keep(
    `l ${locale}`,
    () => new Intl.ListFormat(languageTags[locale], { type: 'conjunction' }),
  ).format(items);
}

/** Picks the word form for a count and puts the number in front: 1 → "1 Thema", 3 → "3 Themen". */
export function formatCount(
  count: number,
  forms: { one: string; other: string },
  locale: Locale,
): string {
  const rules = keep(`p ${locale}`, () => new Intl.PluralRules(languageTags[locale]));
  return `${formatNumber(count, locale)} ${rules.select(count) === 'one' ? forms.one : forms.other}`;
}

/** "Birgit Brüggemann" → "BB", "Dr. Jan-Ole von der Heide" → "JH"; one letter for one word. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word) && !word.endsWith('.'));
  const first = words[0]?.[0] ?? name.trim()[0] ?? '?';
  const last = words.length > 1 ? words[words.length - 1]![0]! : '';
  return (first + last).toUpperCase();
}

interface LocalParts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
}

function localParts(date: Date, timeZone: string): LocalParts {
  const format = keep(
    `parts ${timeZone}`,
    () =>
      new Intl.DateTimeFormat('en-GB', {
        timeZone,
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        hourCycle: 'h23',
      }),
  );
  const parts = Object.fromEntries(
    format.formatToParts(date).map(({ type, value }) => [type, Number(value)]),
  );
  return parts as unknown as LocalParts;
}

/** A moment as the value of `<input type="datetime-local">` in the given time zone. */
export function toLocalInput(moment: Moment, timeZone: string): string {
  const { year, month, day, hour, minute } = localParts(dateOf(moment), timeZone);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}

/** The day of a moment as the calendar of the time zone shows it: "2026-03-13". */
export const dayIn = (moment: Moment, timeZone: string): string =>
  toLocalInput(moment, timeZone).slice(0, 10);

/**
 * The moment that a `datetime-local` value means in the given time zone, or null where it is not a
 * date. An hour that the change to summer time skips is moved forward, one that happens twice is
 * taken as the first.
 */
export function fromLocalInput(value: string, timeZone: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(value)) return null;
  const asIfUtc = Date.parse(`${value.slice(0, 16)}Z`);
  if (Number.isNaN(asIfUtc)) return null;
  const offsetAt = (instantMs: number) =>
    Date.parse(`${toLocalInput(instantMs, timeZone)}Z`) -
    Math.floor(instantMs / minuteMs) * minuteMs;
  const before = asIfUtc - offsetAt(asIfUtc - dayMs);
  const after = asIfUtc - offsetAt(asIfUtc + dayMs);
  const isExact = (instantMs: number) => instantMs + offsetAt(instantMs) === asIfUtc;
  const candidates = [before, after].filter(isExact);
  return new Date(candidates.length > 0 ? Math.min(...candidates) : before);
}
