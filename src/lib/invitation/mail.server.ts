import { m } from '$lib/paraglide/messages.js';
import type { Locale } from '$lib/access/actor';
import { layOutMail } from '$lib/platform/mail-layout';
import type { OutgoingMail } from '$lib/platform/mail.server';
import { formatDate } from '$lib/ui/format';

export interface InvitationMailFacts {
  cohortId: string;
  email: string;
  name: string;
  locale: Locale;
  cohortName: string;
  programme: string;
  organisation: string;
  invitedBy: string;
  teamName: string | null;
  timeZone: string;
  expiresAt: Date;
  url: string;
}

/** The mail that carries the link. Its subject names no programme: it shows on locked screens. */
export function invitationMail(facts: InvitationMailFacts): OutgoingMail {
  const { locale, name, teamName } = facts;
  const options = { locale };
  const words = { ...facts, teamName: teamName ?? '' };
  const { text, html } = layOutMail({
    locale,
    paragraphs: [
      name ? m.invitation_mail_greeting(words, options) : m.invitation_mail_hello({}, options),
      teamName
        ? m.invitation_mail_lead_team(words, options)
        : m.invitation_mail_lead(words, options),
      m.invitation_mail_platform({}, options),
      m.invitation_mail_until(
        { date: formatDate(facts.expiresAt, locale, facts.timeZone) },
        options,
      ),
    ],
    action: { label: m.invitation_mail_action({}, options), url: facts.url },
    smallPrint: [m.invitation_mail_small_print(words, options)],
  });
  return {
    to: facts.email,
    kind: 'invitation',
    cohortId: facts.cohortId,
    subject: m.invitation_mail_subject({}, options),
    text,
    html,
    locale,
  };
}
