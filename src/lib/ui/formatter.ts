import { createContext } from 'svelte';
import { getLocale } from '$lib/paraglide/runtime.js';
import * as format from './format';

const defaultTimeZone = 'Europe/Berlin';
const [timeZoneContext, provideTimeZoneContext, hasTimeZone] = createContext<() => string>();

/** Sets the time zone of everything below a component, where it is not Europe/Berlin. */
export const provideTimeZone = (timeZone: () => string): void => {
  provideTimeZoneContext(timeZone);
};

/**
 * The formats of format.ts for the reader's language and the place's time zone. To be called while a
 * component starts.
 */
export function formatter() {
  const locale = getLocale();
  const timeZone = hasTimeZone() ? timeZoneContext()() : defaultTimeZone;
  return {
    locale,
    timeZone,
    date: (moment: format.Moment, style?: format.DateStyle) =>
      format.formatDate(moment, locale, timeZone, style),
    time: (moment: format.Moment) => format.formatTime(moment, locale, timeZone),
    dateTime: (moment: format.Moment, style?: format.DateStyle) =>
      format.formatDateTime(moment, locale, timeZone, style),
    dateRange: (from: format.Moment, to: format.Moment) =>
      format.formatDateRange(from, to, locale, timeZone),
    timeRange: (from: format.Moment, to: format.Moment) =>
      format.formatTimeRange(from, to, locale, timeZone),
    relative: (moment: format.Moment, now: format.Moment) =>
      format.formatRelative(moment, now, locale, timeZone),
    number: (value: number, digits?: number) => format.formatNumber(value, locale, digits),
    mean: (mean: number) => format.formatMean(mean, locale),
    percent: (share: number, digits?: number) => format.formatPercent(share, locale, digits),
    fileSize: (bytes: number) => format.formatFileSize(bytes, locale),
    minutes: (minutes: number) => format.formatMinutes(minutes, locale),
    list: (items: readonly string[]) => format.formatList(items, locale),
    count: (count: number, forms: { one: string; other: string }) =>
      format.formatCount(count, forms, locale),
  };
}
