import { describe, expect, test } from 'vitest';
import {
  dayIn,
  formatCount,
  formatDate,
  formatDateRange,
  formatDateTime,
  formatFileSize,
  formatList,
  formatMinutes,
  formatMean,
  formatNumber,
  formatPercent,
  formatRelative,
  formatTimeRange,
  fromLocalInput,
  initialsOf,
  toLocalInput,
} from './format';

const berlin = 'Europe/Berlin';
const now = '2026-03-14T10:00:00Z';
/** Intl puts narrow and non-breaking spaces where a reader sees a space. */
const plain = (text: string) => text.replace(/[\u00a0\u2009\u202f]/g, ' ');

describe('dates', () => {
  test.each([
    ['day', '14. März 2026', '14 March 2026'],
    ['weekday', 'Samstag, 14. März 2026', 'Saturday 14 March 2026'],
    ['short', '14.03.2026', '14/03/2026'],
    ['month', 'März 2026', 'March 2026'],
  ] as const)('%s', (style, german, english) => {
    expect(formatDate(now, 'de', berlin, style)).toBe(german);
    expect(formatDate(now, 'en', berlin, style).replace('Saturday,', 'Saturday')).toBe(english);
  });

  test('the time zone decides the day', () => {
    expect(formatDateTime('2026-03-14T23:30:00Z', 'de', berlin)).toBe('15. März 2026, 00:30 Uhr');
    expect(formatDateTime('2026-03-14T23:30:00Z', 'en', 'UTC')).toBe('14 March 2026, 23:30');
  });

  test('ranges', () => {
    expect(plain(formatDateRange('2026-03-14', '2026-03-16', 'de', berlin))).toBe(
      '14.–16. März 2026',
    );
    expect(formatDateRange('2026-03-14', '2026-03-14', 'de', berlin)).toBe('14. März 2026');
    expect(formatTimeRange('2026-03-14T08:30Z', '2026-03-14T11:00Z', 'de', berlin)).toBe(
      '14. März 2026, 09:30–12:00 Uhr',
    );
    expect(formatTimeRange('2026-03-14T08:30Z', '2026-03-15T11:00Z', 'en', berlin)).toBe(
      '14 March 2026, 09:30 – 15 March 2026, 12:00',
    );
  });
});

describe('relative time', () => {
  test.each([
    ['2026-03-14T09:59:40Z', 'gerade eben', 'just now'],
    ['2026-03-14T09:59:10Z', 'vor 1 Minute', '1 minute ago'],
    ['2026-03-14T09:55:00Z', 'vor 5 Minuten', '5 minutes ago'],
    ['2026-03-14T09:00:30Z', 'vor 59 Minuten', '59 minutes ago'],
    ['2026-03-14T07:00:00Z', 'vor 3 Stunden', '3 hours ago'],
    ['2026-03-13T22:30:00Z', 'gestern', 'yesterday'],
    ['2026-03-12T22:30:00Z', 'vorgestern', '2 days ago'],
    ['2026-03-07T12:00:00Z', 'vor 7 Tagen', '7 days ago'],
    ['2026-03-06T12:00:00Z', '6. März 2026', '6 March 2026'],
    ['2026-03-14T10:20:00Z', 'in 20 Minuten', 'in 20 minutes'],
    ['2026-03-15T08:00:00Z', 'morgen', 'tomorrow'],
    ['2026-03-18T08:00:00Z', 'in 4 Tagen', 'in 4 days'],
  ])('%s', (moment, german, english) => {
    expect(formatRelative(moment, now, 'de', berlin)).toBe(german);
    expect(formatRelative(moment, now, 'en', berlin)).toBe(english);
  });
});

describe('numbers', () => {
  test('numbers, shares and counts', () => {
    expect(formatNumber(12345.67, 'de')).toBe('12.345,7');
    expect(formatNumber(12345.67, 'en')).toBe('12,345.7');
    expect(formatMean(4, 'de')).toBe('4,0');
    expect(plain(formatPercent(0.625, 'de', 1))).toBe('62,5 %');
    expect(formatCount(1, { one: 'Thema', other: 'Themen' }, 'de')).toBe('1 Thema');
    expect(formatCount(0, { one: 'Thema', other: 'Themen' }, 'de')).toBe('0 Themen');
    expect(formatCount(1200, { one: 'topic', other: 'topics' }, 'en')).toBe('1,200 topics');
  });

  test.each([
    [0, '0 Byte'],
    [999, '999 Byte'],
    [1000, '1 kB'],
    [48_600, '49 kB'],
    [1_536_000, '1,5 MB'],
    [2_000_000_000, '2 GB'],
  ])('%i bytes', (bytes, german) => {
    expect(plain(formatFileSize(bytes, 'de'))).toBe(german);
  });

  test.each([
    [0, '0 Min.', '0 min'],
    [45, '45 Min.', '45 min'],
    [60, '1 Std.', '1 hr'],
    [90, '1 Std. 30 Min.', '1 hr 30 min'],
    [240, '4 Std.', '4 hr'],
  ])('%i minutes', (minutes, german, english) => {
    expect(formatMinutes(minutes, 'de')).toBe(german);
    expect(formatMinutes(minutes, 'en')).toBe(english);
  });
});

test('lists and initials', () => {
  expect(formatList(['Ahlen', 'Menden', 'Senden'], 'de')).toBe('Ahlen, Menden und Senden');
  expect(initialsOf('Birgit Brüggemann')).toBe('BB');
  expect(initialsOf('Dr. Jan-Ole von der Heide')).toBe('JH');
  expect(initialsOf('Özlem')).toBe('Ö');
  expect(initialsOf('')).toBe('?');
});

describe('local input', () => {
  test.each([
    ['2026-01-15T09:30', '2026-01-15T08:30:00.000Z'],
    ['2026-07-15T09:30', '2026-07-15T07:30:00.000Z'],
    ['2026-07-15T00:05', '2026-07-14T22:05:00.000Z'],
  ])('%s and back', (local, instant) => {
    expect(fromLocalInput(local, berlin)?.toISOString()).toBe(instant);
    expect(toLocalInput(instant, berlin)).toBe(local);
  });

  test('the change of the clocks', () => {
    expect(fromLocalInput('2026-03-29T02:30', berlin)?.toISOString()).toBe(
      '2026-03-29T01:30:00.000Z',
    );
    expect(fromLocalInput('2026-10-25T02:30', berlin)?.toISOString()).toBe(
      '2026-10-25T00:30:00.000Z',
    );
  });

  test('the day is that of the time zone', () => {
    expect(dayIn('2026-03-12T23:30:00Z', berlin)).toBe('2026-03-13');
  });

  test('what is not a date is null', () => {
    expect(fromLocalInput('', berlin)).toBeNull();
    expect(fromLocalInput('2026-13-40T10:00', berlin)).toBeNull();
  });
});
