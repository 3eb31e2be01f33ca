import type { Locale } from '$lib/access/actor';
import { m } from '$lib/paraglide/messages.js';
import { layOutMail } from '$lib/platform/mail-layout';
import type { OutgoingMail } from '$lib/platform/mail.server';
import { formatDate, formatDateTime, formatTime } from '$lib/ui/format';
import type { WorkshopFacts } from '../queries.server';
import { kindText } from '../words';
import { invitationText } from './ics';
import type { Invitee } from './queries.server';
import type { CalendarNews } from './told';
import { descriptionOf } from './wanted';

export interface Letterhead {
  workshop: WorkshopFacts;
  timeZone: string;
  origin: string;
  organiser: { name: string; email: string };
  at: Date;
}

/** "Freitag, 13. März 2026, 09:30 Uhr – 16:00 Uhr", as clocks show it in the cohort. */
function whenOf({ startsAt, endsAt }: CalendarNews, locale: Locale, timeZone: string): string {
  const start = formatDateTime(startsAt, locale, timeZone, 'weekday');
  return `${start} – ${formatTime(endsAt, locale, timeZone)}`;
}

const pageOf = ({ workshop, origin }: Letterhead): string =>
  `${origin}/cohorts/${workshop.cohortId}/workshops/${workshop.id}`;

/** Tells one person's calendar about one day. Its subject is neutral, as of all mails. */
export function calendarMail(
  news: CalendarNews,
  { name, email, locale }: Invitee,
  letter: Letterhead,
): OutgoingMail {
  const { workshop, timeZone, origin, organiser, at } = letter;
  const in_ = { locale };
  const url = pageOf(letter);
  const about = {
    kind: kindText(workshop, locale),
    date: formatDate(news.startsAt, locale, timeZone),
  };
  const [subject, opening] = news.isCancelled
    ? [m.calendar_mail_subject_cancel(about, in_), m.calendar_mail_cancel({}, in_)]
    : news.isKnown
      ? [m.calendar_mail_subject_update(about, in_), m.calendar_mail_update({}, in_)]
      : [m.calendar_mail_subject_request(about, in_), m.calendar_mail_request({}, in_)];
  const facts = [news.title, whenOf(news, locale, timeZone)];
  if (news.place !== '') facts.push(m.calendar_mail_place({ place: news.place }, in_));
  const content = invitationText(
    { ...news, description: descriptionOf(news.onlineUrl, url, locale), url },
    { origin, at, organiser, attendee: { name, email } },
  );
  return {
    to: email,
    kind: 'calendar',
    cohortId: workshop.cohortId,
    subject,
    ...layOutMail({
      locale,
      paragraphs: [
        m.calendar_mail_hello({ name }, in_),
        opening,
        facts.join('\n'),
        news.isCancelled ? m.calendar_mail_how_cancel({}, in_) : m.calendar_mail_how({}, in_),
      ],
      action: {
        label: news.isCancelled ? m.calendar_mail_open({}, in_) : m.calendar_mail_answer({}, in_),
        url,
      },
      smallPrint: [m.calendar_mail_why({}, in_)],
    }),
    headers: { 'Auto-Submitted': 'auto-generated' },
    calendar: { method: news.isCancelled ? 'CANCEL' : 'REQUEST', content },
    locale,
  };
}
