import { layOutMail } from '$lib/platform/mail-layout';
import type { OutgoingMail } from '$lib/platform/mail.server';
import { m } from '$lib/paraglide/messages.js';
import { formatDate } from '$lib/ui/format';
import type { Addressee } from './queries.server';

interface Cohort {
  cohortId: string;
  cohort: string;
}
export type ErasureNews =
  | (Cohort & { kind: 'asked'; by: string; dueAt: Date; timeZone: string })
  | (Cohort & { kind: 'withdrawn'; by: string; timeZone: string })
  | (Cohort & { kind: 'erased' });

/** Names the cohort, which its people know; the subject does not: it shows on locked screens. */
export function erasureMail(
  { email, name, locale, readsCertificate }: Addressee,
  news: ErasureNews,
  { origin }: { origin: string },
): OutgoingMail {
  const in_ = { locale };
  const words = {
    ...news,
    name,
    by: 'by' in news ? news.by : '',
    date: 'dueAt' in news ? formatDate(news.dueAt, locale, news.timeZone) : '',
  };
  const parts = {
    asked: { subject: m.cohort_mail_erasure_subject, text: m.cohort_mail_erasure_asked },
    withdrawn: { subject: m.cohort_mail_kept_subject, text: m.cohort_mail_erasure_withdrawn },
    erased: { subject: m.cohort_mail_erased_subject, text: m.cohort_mail_erased },
  }[news.kind];
  const home = { label: m.cohort_mail_open({}, in_), url: `${origin}/cohorts/${news.cohortId}` };
  const certificate = {
    label: m.cohort_mail_certificate({}, in_),
    url: `${origin}/certificates/${news.cohortId}`,
  };
  const action = news.kind !== 'erased' ? home : readsCertificate ? certificate : null;
  return {
    to: email,
    kind: 'erasure',
    // What is left of an erased cohort are the mails that say so.
    cohortId: news.kind === 'erased' ? null : news.cohortId,
    subject: parts.subject({}, in_),
    ...layOutMail({
      locale,
      paragraphs: [m.cohort_mail_hello(words, in_), ...parts.text(words, in_).split('\n')],
      ...(action ? { action } : {}),
    }),
    headers: { 'Auto-Submitted': 'auto-generated' },
    locale,
  };
}
