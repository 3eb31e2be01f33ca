import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { invitationText } from './ics';
import { calendarDays } from './wanted';

const at = new Date('2026-03-01T08:00:00Z');
const invited = {
  origin: 'https://werkraum.example',
  at,
  organiser: { name: 'Haus am Dom', email: 'haus@example.org' },
  attendee: { name: 'Müller, Änne', email: 'aenne@example.org' },
};

/** Days from half past nine to four, as calendars read them: by a parser that is not ours. */
function eventsOf(dates: string[], isCancelled = false) {
  const days = calendarDays(
    {
      title: 'Jüngere gewinnen; und halten',
      place: 'Haus am Dom, Olpe',
      onlineUrl: '',
      days: dates.map((date, index) => ({
        id: `0000000${index}-0000-4000-8000-000000000000`,
        date,
        startMinute: 570,
        endMinute: 960,
      })),
    },
    'Europe/Berlin',
    'de',
  );
  return days.map((day) => {
    const event = { ...day, sequence: 3, description: 'Zeile 1\nZeile 2', url: '', isCancelled };
    const calendar = new ICAL.Component(ICAL.parse(invitationText(event, invited)));
    const components = calendar.getAllSubcomponents('vevent');
    expect(components).toHaveLength(1);
    return { calendar, event: new ICAL.Event(components[0]!), component: components[0]! };
  });
}

const inBerlin = (time: ICAL.Time): string =>
  new Intl.DateTimeFormat('de-DE', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: 'Europe/Berlin',
  }).format(time.toJSDate());

describe('an invitation', () => {
  it('means the same time of day before and after clocks are changed', () => {
    const dates = ['2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25'];
    const read = eventsOf(dates).map(({ event }) => [
      inBerlin(event.startDate),
      inBerlin(event.endDate),
    ]);
    expect(read).toEqual([
      ['28.03.26, 09:30', '28.03.26, 16:00'],
      ['29.03.26, 09:30', '29.03.26, 16:00'],
      ['24.10.26, 09:30', '24.10.26, 16:00'],
      ['25.10.26, 09:30', '25.10.26, 16:00'],
    ]);
    const [before, after] = eventsOf(dates.slice(0, 2));
    expect(before!.event.startDate.toICALString()).toBe('20260328T083000Z');
    expect(after!.event.startDate.toICALString()).toBe('20260329T073000Z');
  });

  it('says who asks whom, and keeps special characters', () => {
    const [{ calendar, event, component }] = eventsOf(['2026-03-13']) as [
      ReturnType<typeof eventsOf>[number],
    ];
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
    expect(event.summary).toBe('Jüngere gewinnen; und halten');
    expect(event.location).toBe('Haus am Dom, Olpe');
    expect(event.description).toBe('Zeile 1\nZeile 2');
    expect(event.organizer.toLowerCase()).toBe('mailto:haus@example.org');
    expect(event.sequence).toBe(3);
    const [attendee] = event.attendees as [ICAL.Property];
    expect(String(attendee.getFirstValue()).toLowerCase()).toBe('mailto:aenne@example.org');
    expect(attendee.getFirstParameter('cn')).toBe('Müller, Änne');
    expect(component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-03-01T08:00:00Z');
  });

  it('gives each day an event of its own, told apart by their ids', () => {
    const read = eventsOf(['2026-03-13', '2026-03-14']);
    expect(read.map(({ event }) => event.summary)).toEqual([
      'Jüngere gewinnen; und halten (Tag 1 von 2)',
      'Jüngere gewinnen; und halten (Tag 2 von 2)',
    ]);
    expect(read.map(({ event }) => event.uid)).toEqual([
      '00000000-0000-4000-8000-000000000000@werkraum.example',
      '00000001-0000-4000-8000-000000000000@werkraum.example',
    ]);
  });

  it('takes the day out of the calendar where it is cancelled', () => {
    const [{ calendar, component }] = eventsOf(['2026-03-13'], true) as [
      ReturnType<typeof eventsOf>[number],
    ];
    expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL');
    expect(component.getFirstPropertyValue('status')).toBe('CANCELLED');
  });
});
