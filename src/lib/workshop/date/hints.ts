import { m } from '$lib/paraglide/messages.js';
import {
  customaryDayOf,
  isWeekend,
  publicHolidayOf,
  SCHOOL_HOLIDAYS_UNTIL,
  schoolHolidayOf,
  type CustomaryDay,
  type PublicHoliday,
  type SchoolHoliday,
} from './holidays';

/** Something that speaks against a day. */
export interface Hint {
  key: string;
  text: string;
}

const holidays: Record<PublicHoliday | CustomaryDay, () => string> = {
  new_year: m.workshop_holiday_new_year,
  good_friday: m.workshop_holiday_good_friday,
  easter_monday: m.workshop_holiday_easter_monday,
  labour_day: m.workshop_holiday_labour_day,
  ascension: m.workshop_holiday_ascension,
  whit_monday: m.workshop_holiday_whit_monday,
  corpus_christi: m.workshop_holiday_corpus_christi,
  german_unity: m.workshop_holiday_german_unity,
  all_saints: m.workshop_holiday_all_saints,
  christmas_day: m.workshop_holiday_christmas_day,
  boxing_day: m.workshop_holiday_boxing_day,
  carnival_thursday: m.workshop_holiday_carnival_thursday,
  carnival_monday: m.workshop_holiday_carnival_monday,
  christmas_eve: m.workshop_holiday_christmas_eve,
  new_years_eve: m.workshop_holiday_new_years_eve,
};

const schoolHolidays: Record<SchoolHoliday, () => string> = {
  autumn: m.workshop_school_autumn,
  christmas: m.workshop_school_christmas,
  easter: m.workshop_school_easter,
  whitsun: m.workshop_school_whitsun,
  summer: m.workshop_school_summer,
};

/** What the calendar of North Rhine-Westphalia says against these days; each thing once. */
export function calendarHints(dates: readonly string[]): Hint[] {
  const hints = new Map<string, string>();
  for (const date of dates) {
    const holiday = publicHolidayOf(date) ?? customaryDayOf(date);
    const school = schoolHolidayOf(date);
    if (holiday) hints.set(holiday, holidays[holiday]());
    if (isWeekend(date)) hints.set('weekend', m.workshop_dates_weekend());
    if (school) hints.set(`school ${school}`, schoolHolidays[school]());
    if (date > SCHOOL_HOLIDAYS_UNTIL) hints.set('unknown', m.workshop_dates_unknown_school());
  }
  return [...hints].map(([key, text]) => ({ key, text }));
}

interface Blocked {
  id: string;
  teamName: string;
  reason: string;
}

/** Which teams have said that they cannot come. */
export const blockedHints = (blocked: readonly Blocked[]): Hint[] =>
  blocked.map(({ id, teamName: team, reason }) => ({
    key: id,
    text: reason
      ? m.workshop_dates_blocked_reason({ team, reason })
      : m.workshop_dates_blocked({ team }),
  }));
