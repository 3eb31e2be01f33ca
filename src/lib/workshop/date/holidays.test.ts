import { describe, expect, it } from 'vitest';
import {
  customaryDayOf,
  datesFrom,
  isWeekend,
  publicHolidayOf,
  SCHOOL_HOLIDAYS_UNTIL,
  schoolHolidayOf,
} from './holidays';

const everyDay = (year: number) =>
  datesFrom(`${year}-01-01`, 366).filter((date) => date.startsWith(String(year)));

describe('public holidays', () => {
  it('are the eleven of the state, on the days on which they fell and will fall', () => {
    const found = everyDay(2026).flatMap((date) => {
      const name = publicHolidayOf(date);
      return name ? [[date, name]] : [];
    });
    expect(found).toEqual([
      ['2026-01-01', 'new_year'],
      ['2026-04-03', 'good_friday'],
      ['2026-04-06', 'easter_monday'],
      ['2026-05-01', 'labour_day'],
      ['2026-05-14', 'ascension'],
      ['2026-05-25', 'whit_monday'],
      ['2026-06-04', 'corpus_christi'],
      ['2026-10-03', 'german_unity'],
      ['2026-11-01', 'all_saints'],
      ['2026-12-25', 'christmas_day'],
      ['2026-12-26', 'boxing_day'],
    ]);
  });

  it('know the earliest, the latest and the leap-year Easter', () => {
    expect(publicHolidayOf('2285-03-23')).toBe('easter_monday');
    expect(publicHolidayOf('2038-04-26')).toBe('easter_monday');
    expect(publicHolidayOf('2028-04-17')).toBe('easter_monday');
    expect(publicHolidayOf('2008-05-01')).toBe('labour_day');
  });
});

it('knows carnival and the days before Christmas and the new year', () => {
  expect(customaryDayOf('2027-02-04')).toBe('carnival_thursday');
  expect(customaryDayOf('2027-02-08')).toBe('carnival_monday');
  expect(customaryDayOf('2027-12-24')).toBe('christmas_eve');
  expect(customaryDayOf('2027-12-31')).toBe('new_years_eve');
  expect(customaryDayOf('2027-02-09')).toBeNull();
});

describe('school holidays', () => {
  it('begin and end with their first and last day', () => {
    expect(schoolHolidayOf('2027-07-18')).toBeNull();
    expect(schoolHolidayOf('2027-07-19')).toBe('summer');
    expect(schoolHolidayOf('2027-08-31')).toBe('summer');
    expect(schoolHolidayOf('2027-09-01')).toBeNull();
    expect(schoolHolidayOf('2028-01-01')).toBe('christmas');
  });

  it('say how far they are known', () => expect(SCHOOL_HOLIDAYS_UNTIL).toBe('2029-08-14'));
});

it('tells weekends, and the days of a workshop over the end of a month', () => {
  expect(['2026-03-13', '2026-03-14', '2026-03-15'].map(isWeekend)).toEqual([false, true, true]);
  expect(datesFrom('2028-02-28', 3)).toEqual(['2028-02-28', '2028-02-29', '2028-03-01']);
});
