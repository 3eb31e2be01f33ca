import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator';

// What calendar programs read (RFC 5545, 5546). Moments are written in UTC: they are right on every day of the
// year and in every program, also where time zones are known by other names. Pure.

/** One day of a workshop, as a calendar shows it. */
export interface CalendarDay {
  dayId: string;
  sequence: number;
  title: string;
  place: string;
  description: string;
  url: string;
  startsAt: Date;
  endsAt: Date;
  isCancelled: boolean;
}

interface Sent {
  /** Where this installation is reached; its host makes the ids unmistakable. */
  origin: string;
  at: Date;
}

/** The same day has the same id for ever, in a mail and in the feed. */
const uidOf = (dayId: string, origin: string): string => `${dayId}@${new URL(origin).hostname}`;

const prodId = { company: 'Werkraum', product: 'Werkraum', language: 'DE' };

const eventOf = (day: CalendarDay, { origin, at }: Sent) => ({
  id: uidOf(day.dayId, origin),
  sequence: day.sequence,
  stamp: at,
  start: day.startsAt,
  end: day.endsAt,
  summary: day.title,
  description: day.description,
  url: day.url,
  status: day.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  ...(day.place !== '' && { location: day.place }),
});

export interface Invited extends Sent {
  organiser: { name: string; email: string };
  attendee: { name: string; email: string };
}

/** A day in the feed, with the moment of its last change. */
export interface FedDay extends CalendarDay {
  at: Date;
}

/** How often a program should look again. */
const LOOK_AGAIN_SECONDS = 3_600;

/** All days of a person, for a calendar that is fetched. The same days give the same bytes. */
export function feedText(days: readonly FedDay[], name: string, origin: string): string {
  const calendar = ical({
    prodId,
    method: ICalCalendarMethod.PUBLISH,
    name,
    ttl: LOOK_AGAIN_SECONDS,
  });
  for (const day of days) calendar.createEvent(eventOf(day, { origin, at: day.at }));
  return calendar.toString();
}

/** An invitation to one day for one person, its change, or its end. */
export function invitationText(day: CalendarDay, invited: Invited): string {
  const method = day.isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
  const calendar = ical({ prodId, method });
  const event = calendar.createEvent({ ...eventOf(day, invited), organizer: invited.organiser });
  event.createAttendee({
    ...invited.attendee,
    role: ICalAttendeeRole.REQ,
    status: ICalAttendeeStatus.NEEDSACTION,
    // Answers are given in the house, where everyone who needs them reads them.
    rsvp: false,
  });
  return calendar.toString();
}
