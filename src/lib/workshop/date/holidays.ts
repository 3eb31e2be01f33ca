// Days on which few can come, in North Rhine-Westphalia. Pure.

export type PublicHoliday =
  | 'new_year'
  | 'good_friday'
  | 'easter_monday'
  | 'labour_day'
  | 'ascension'
  | 'whit_monday'
  | 'corpus_christi'
  | 'german_unity'
  | 'all_saints'
  | 'christmas_day'
  | 'boxing_day';

/** No holidays by law, but town halls are closed or empty. */
export type CustomaryDay =
  'carnival_thursday' | 'carnival_monday' | 'christmas_eve' | 'new_years_eve';

export type SchoolHoliday = 'autumn' | 'christmas' | 'easter' | 'whitsun' | 'summer';

const DAY_MS = 86_400_000;
const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;
const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/**
 * Easter Sunday of the Gregorian calendar, as a number of days since 1970: the rule of Meeus, Jones and
 * Butcher (Meeus, Astronomical Algorithms, 2nd edition, chapter 8).
 */
function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

/** Days from Easter Sunday. Source: § 2 of the Feiertagsgesetz NW. */
const MOVABLE: Record<number, PublicHoliday> = {
  [-2]: 'good_friday',
  1: 'easter_monday',
  39: 'ascension',
  50: 'whit_monday',
  60: 'corpus_christi',
};
const FIXED: Record<string, PublicHoliday> = {
  '01-01': 'new_year',
  '05-01': 'labour_day',
  '10-03': 'german_unity',
  '11-01': 'all_saints',
  '12-25': 'christmas_day',
  '12-26': 'boxing_day',
};

/** The public holiday that a day ("2026-05-14") is by the law of the state; null for none. */
export function publicHolidayOf(date: string): PublicHoliday | null {
  const fromEaster = dayNumber(date) - easter(Number(date.slice(0, 4)));
  return FIXED[date.slice(5)] ?? MOVABLE[fromEaster] ?? null;
}

/** The customary day that a day is; null for none. */
export function customaryDayOf(date: string): CustomaryDay | null {
  const fromEaster = dayNumber(date) - easter(Number(date.slice(0, 4)));
  if (fromEaster === -52) return 'carnival_thursday';
  if (fromEaster === -48) return 'carnival_monday';
  if (date.endsWith('-12-24')) return 'christmas_eve';
  return date.endsWith('-12-31') ? 'new_years_eve' : null;
}

/**
 * First and last day of the school holidays. Source: "Ordnung der Ferien", RdErl. d. Ministeriums für
 * Schule und Bildung v. 19.05.2022 (ABl. NRW. 06/22). Days that each school chooses for itself are not in it.
 */
const SCHOOL_HOLIDAYS: [first: string, last: string, name: SchoolHoliday][] = [
  ['2026-03-30', '2026-04-11', 'easter'],
  ['2026-05-26', '2026-05-26', 'whitsun'],
  ['2026-07-20', '2026-09-01', 'summer'],
  ['2026-10-17', '2026-10-31', 'autumn'],
  ['2026-12-23', '2027-01-06', 'christmas'],
  ['2027-03-22', '2027-04-03', 'easter'],
  ['2027-05-18', '2027-05-18', 'whitsun'],
  ['2027-07-19', '2027-08-31', 'summer'],
  ['2027-10-23', '2027-11-06', 'autumn'],
  ['2027-12-24', '2028-01-08', 'christmas'],
  ['2028-04-10', '2028-04-22', 'easter'],
  ['2028-07-10', '2028-08-22', 'summer'],
  ['2028-10-23', '2028-11-04', 'autumn'],
  ['2028-12-21', '2029-01-05', 'christmas'],
  ['2029-03-26', '2029-04-07', 'easter'],
  ['2029-05-22', '2029-05-22', 'whitsun'],
  ['2029-07-02', '2029-08-14', 'summer'],
];

/** The last day of which it is known whether it is one of school holidays. */
export const SCHOOL_HOLIDAYS_UNTIL = SCHOOL_HOLIDAYS.at(-1)![1];

/** The school holidays in which a day lies; null for none, and for days that are not known. */
export const schoolHolidayOf = (date: string): SchoolHoliday | null =>
  SCHOOL_HOLIDAYS.find(([first, last]) => first <= date && date <= last)?.[2] ?? null;

export const isWeekend = (date: string): boolean =>
  [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

/** The dates of a workshop of so many days that begins on this one. */
export const datesFrom = (date: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => dateOf(dayNumber(date) + index));
