import { m } from '$lib/paraglide/messages.js';
import type { Locale } from '$lib/access/actor';
import { layOutMail } from '$lib/platform/mail-layout';
import type { OutgoingMail } from '$lib/platform/mail.server';
import { formatDate } from '$lib/ui/format';

export interface ConsentMailFacts {
  cohortId: string;
  email: string;
  name: string;
  gist: string;
  site: string;
  locale: Locale;
  url: string;
  /** The last day of a consent that ends soon; null where it is asked for. */
  until: string | null;
}

/** Asks somebody, who need not have an account, whether a name may stand there, or may go on standing there. */
export function consentMail(facts: ConsentMailFacts): OutgoingMail {
  const { cohortId, email, locale, until, url } = facts;
  const options = { locale };
  const words = { ...facts, date: until === null ? '' : formatDate(until, locale, 'UTC') };
  const about = facts.gist ? [m.ladder_consent_mail_example(words, options)] : [];
  const asked = [m.ladder_consent_mail_asked(words, options), ...about];
  const ends = [
    m.ladder_consent_mail_ends(words, options),
    ...about,
    m.ladder_consent_mail_ends_what(words, options),
  ];
  const { text, html } = layOutMail({
    locale,
    paragraphs: [m.ladder_consent_mail_hello(words, options), ...(until === null ? asked : ends)],
    action: { label: m.ladder_consent_mail_action({}, options), url },
    smallPrint: [m.ladder_consent_mail_small_print(words, options)],
  });
  const subject =
    until === null ? m.ladder_consent_mail_subject : m.ladder_consent_mail_subject_ends;
  return {
    to: email,
    kind: 'consent',
    cohortId,
    subject: subject({}, options),
    text,
    html,
    locale,
  };
}
