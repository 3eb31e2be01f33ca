import { m } from '$lib/paraglide/messages.js';
import { layOutMail } from '$lib/platform/mail-layout';
import type { OutgoingMail } from '$lib/platform/mail.server';
import { formatDate } from '$lib/ui/format';
import { spanOf } from '../../days';
import type { WorkshopFacts } from '../../queries.server';
import { dayText, kindText } from '../../words';
import type { WrittenTo } from './queries.server';

interface Letterhead {
  workshop: WorkshopFacts;
  timeZone: string;
  origin: string;
}

/** When and where it is, to somebody who comes. Its subject is neutral, as of all mails. */
export function comingMail(
  { name, email, locale, answer }: WrittenTo,
  { workshop, timeZone, origin }: Letterhead,
): OutgoingMail {
  const in_ = { locale };
  const { cohortId, id, title, place, onlineUrl, days } = workshop;
  const startsAt = spanOf(days, timeZone)!.startsAt;
  const facts = [title, ...days.flatMap((day) => dayText(day, timeZone, locale) ?? [])];
  if (answer === 'in_person' && place !== '') facts.push(m.calendar_mail_place({ place }, in_));
  if (onlineUrl !== '') facts.push(m.calendar_join_online({ url: onlineUrl }, in_));
  const how =
    answer === 'online'
      ? m.participation_mail_coming_online({}, in_)
      : m.participation_mail_coming({}, in_);
  return {
    to: email,
    kind: 'participation',
    cohortId,
    subject: m.participation_mail_subject(
      { kind: kindText(workshop, locale), date: formatDate(startsAt, locale, timeZone) },
      in_,
    ),
    ...layOutMail({
      locale,
      paragraphs: [
        m.calendar_mail_hello({ name }, in_),
        how,
        facts.join('\n'),
        m.participation_mail_change({}, in_),
      ],
      action: {
        label: m.calendar_mail_open({}, in_),
        url: `${origin}/cohorts/${cohortId}/workshops/${id}`,
      },
      smallPrint: [m.participation_mail_why({}, in_)],
    }),
    headers: { 'Auto-Submitted': 'auto-generated' },
    locale,
  };
}
