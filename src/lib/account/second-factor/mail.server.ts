import type { Locale } from '$lib/access/actor';
import type { PersonScope, Scope } from '$lib/access/scope.server';
import { m } from '$lib/paraglide/messages.js';
import { layOutMail, type MailDraft } from '$lib/platform/mail-layout';
import { queueMail } from '$lib/platform/mail.server';

interface Addressee {
  email: string;
  name: string;
  locale: Locale;
}

/** To whoever owns the account, also where she or he is not the one who acts. */
async function mailOwner(
  scope: Scope,
  accountId: string,
  kind: string,
  draft: (person: Addressee) => Omit<MailDraft, 'locale'> & { subject: string },
): Promise<void> {
  const [person] = await scope.db.$queryRaw<Addressee[]>`
    SELECT * FROM app.second_factor_addressee(${accountId}::uuid)`;
  if (!person) return;
  const { locale } = person;
  const { subject, paragraphs, ...rest } = draft(person);
  const greeting = m.account_mail_greeting({ name: person.name }, { locale });
  const content = layOutMail({ ...rest, locale, paragraphs: [greeting, ...paragraphs] });
  await queueMail(scope, { to: person.email, kind, subject, locale, ...content });
}

const changes = {
  app_added: m.second_factor_mail_app_added,
  app_removed: m.second_factor_mail_app_removed,
  codes_made: m.second_factor_mail_codes_made,
  passkey_added: m.second_factor_mail_passkey_added,
  passkey_removed: m.second_factor_mail_passkey_removed,
};

/** That something about signing in has changed, for the case that it was not oneself. */
export const mailSecondFactorChanged = (
  scope: PersonScope,
  change: keyof typeof changes,
): Promise<void> =>
  mailOwner(scope, scope.actor.accountId, 'sign_in_changed', ({ locale }) => ({
    subject: m.second_factor_mail_changed_subject({}, { locale }),
    paragraphs: [changes[change]({}, { locale }), m.second_factor_mail_not_you({}, { locale })],
  }));

export const mailCodeUsed = (scope: Scope, accountId: string, left: number): Promise<void> =>
  mailOwner(scope, accountId, 'backup_code_used', ({ locale }) => ({
    subject: m.second_factor_mail_code_subject({}, { locale }),
    paragraphs: [
      m.second_factor_mail_code_text({ count: left }, { locale }),
      m.second_factor_mail_not_you({}, { locale }),
    ],
  }));

export const mailSecondFactorReset = (
  scope: Scope,
  accountId: string,
  { by, reason, url }: { by: string; reason: string; url: string },
): Promise<void> =>
  mailOwner(scope, accountId, 'second_factor_reset', ({ locale }) => ({
    subject: m.second_factor_mail_reset_subject({}, { locale }),
    paragraphs: [
      m.second_factor_mail_reset_text({ by }, { locale }),
      m.second_factor_mail_reset_reason({ reason }, { locale }),
      m.second_factor_mail_reset_next({}, { locale }),
    ],
    action: { label: m.account_sign_in({}, { locale }), url },
  }));
