import type { Locale } from '$lib/access/actor';
import { activityPath } from '$lib/activity/subject';
import { layOutMail, type MailDraft } from '$lib/platform/mail-layout';
import type { OutgoingMail } from '$lib/platform/mail.server';
import { m } from '$lib/paraglide/messages.js';
import type { NoticeKind } from './kinds';
import type { DueNotice } from './queries.server';

// Mails about notices say that something happened, never what: no titles, no names, no texts. Whoever
// sees a mail over somebody's shoulder, or runs a mail server, learns nothing. An announcement is the
// exception: it is written to be mailed ("the hotel has changed"); its subject line stays neutral too.

type Line = (words: { count: number }, options: { locale: Locale }) => string;

const lines: Record<NoticeKind, Line> = {
  mention: m.notice_mail_mention,
  comment: m.notice_mail_comment,
  topic: m.notice_mail_topic,
  team: m.notice_mail_team,
  ballot: m.notice_mail_ballot,
  consultation: m.notice_mail_consultation,
  practice: m.notice_mail_practice,
  agreement: m.notice_mail_agreement,
  people: m.notice_mail_people,
  workshop: m.notice_mail_workshop,
  date: m.notice_mail_date,
  announcement: m.notice_mail_announcement,
};

export interface MailLinks {
  origin: string;
  unsubscribeToken: string;
}

/** RFC 8058: the mail program itself can unsubscribe, with one click and without a page. */
function headers({ origin, unsubscribeToken }: MailLinks): Record<string, string> {
  return {
    'List-Unsubscribe': `<${origin}/unsubscribe/${unsubscribeToken}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'Auto-Submitted': 'auto-generated',
  };
}

const pathOf = (notice: DueNotice): string =>
  activityPath(notice.cohortId, { ...notice, kind: notice.activity });

/** One entry per cohort and kind: a single one leads to its subject, several to the list of notices. */
function items(due: DueNotice[], origin: string, locale: Locale): { text: string; url: string }[] {
  const isOfOneCohort = new Set(due.map(({ cohortId }) => cohortId)).size === 1;
  const byKind = Map.groupBy(due, (notice) => `${notice.cohortId} ${notice.kind}`);
  return [...byKind.values()].map((group) => {
    const [first] = group as [DueNotice];
    const line = lines[first.kind]({ count: group.length }, { locale });
    const path = group.length === 1 ? pathOf(first) : `/cohorts/${first.cohortId}/notices`;
    return { text: isOfOneCohort ? line : `${first.cohortName}: ${line}`, url: origin + path };
  });
}

/** What one person hears about everything that is due. */
export function noticeMail(due: DueNotice[], links: MailLinks): OutgoingMail {
  const [first] = due as [DueNotice];
  const { name, email, locale, cohortId, cohortName } = first;
  const { origin, unsubscribeToken } = links;
  const in_ = { locale };
  const list = items(due, origin, locale);
  const only = list.length === 1 ? list[0]! : null;
  const isOfOneCohort = due.every((notice) => notice.cohortId === cohortId);
  const draft: MailDraft = {
    locale,
    paragraphs: [
      m.notice_mail_hello({ name }, in_),
      isOfOneCohort
        ? m.notice_mail_in_cohort({ cohort: cohortName }, in_)
        : m.notice_mail_in_cohorts({}, in_),
    ],
    items: list,
    closing: m.notice_mail_confidential({}, in_),
    action: {
      label: m.notice_mail_read({}, in_),
      url: only ? only.url : `${origin}/cohorts/${cohortId}/notices`,
    },
    smallPrint: [
      m.notice_mail_why({ url: `${origin}/account/notices` }, in_),
      m.notice_mail_unsubscribe({ url: `${origin}/unsubscribe/${unsubscribeToken}` }, in_),
    ],
  };
  return {
    to: email,
    kind: 'notice',
    cohortId: isOfOneCohort ? cohortId : null,
    subject: only
      ? lines[first.kind]({ count: due.length }, in_)
      : m.notice_mail_digest_subject({ count: due.length }, in_),
    ...layOutMail(draft),
    headers: headers(links),
    locale,
  };
}

/** An announcement as it was written, to one of those whom it addresses. */
export function announcementMail(
  notice: DueNotice,
  announcement: { subject: string; text: string; byName: string },
  { origin }: { origin: string },
): OutgoingMail {
  const { name, email, locale, cohortName } = notice;
  const { subject, text, byName } = announcement;
  const draft: MailDraft = {
    locale,
    paragraphs: [
      m.notice_mail_hello({ name }, { locale }),
      m.notice_mail_announcement_from({ name: byName, cohort: cohortName }, { locale }),
      subject,
      ...text.split(/\n+/).filter((part) => part.trim() !== ''),
    ],
    action: { label: m.notice_mail_read({}, { locale }), url: origin + pathOf(notice) },
    smallPrint: [m.notice_mail_why_announcement({}, { locale })],
  };
  return {
    to: email,
    kind: 'announcement',
    cohortId: notice.cohortId,
    subject: m.notice_mail_announcement_subject({}, { locale }),
    ...layOutMail(draft),
    headers: { 'Auto-Submitted': 'auto-generated' },
    locale,
  };
}
