import type { Locale } from '$lib/access/actor';
import type { PersonScope, Scope } from '$lib/access/scope.server';
import { m } from '$lib/paraglide/messages.js';
import { layOutMail, type MailDraft } from '$lib/platform/mail-layout';
import { queueMail } from '$lib/platform/mail.server';

interface AccountMail extends MailDraft {
  to: string;
  kind: string;
  subject: string;
}

const queue = (scope: Scope, { to, kind, subject, ...draft }: AccountMail): Promise<string> =>
  queueMail(scope, { to, kind, subject, locale: draft.locale, ...layOutMail(draft) });

/** The own address of whoever acts. */
async function ownAddress({ db, actor }: PersonScope): Promise<string> {
  const { email } = await db.credential.findUniqueOrThrow({
    where: { accountId: actor.accountId },
    select: { email: true },
  });
  return email;
}

export async function mailReset(
  scope: Scope,
  mail: { to: string; name: string; locale: Locale; url: string; hours: number },
): Promise<void> {
  const { to, name, locale, url, hours } = mail;
  await queue(scope, {
    to,
    kind: 'password_reset',
    locale,
    subject: m.account_mail_reset_subject({}, { locale }),
    paragraphs: [
      m.account_mail_greeting({ name }, { locale }),
      m.account_mail_reset_text({ hours }, { locale }),
    ],
    action: { label: m.account_mail_reset_action({}, { locale }), url },
    smallPrint: [m.account_mail_reset_small({}, { locale })],
  });
}

export async function mailPasswordChanged(scope: PersonScope): Promise<void> {
  const { name, locale } = scope.actor;
  await queue(scope, {
    to: await ownAddress(scope),
    kind: 'password_changed',
    locale,
    subject: m.account_mail_password_subject({}, { locale }),
    paragraphs: [
      m.account_mail_greeting({ name }, { locale }),
      m.account_mail_password_text({}, { locale }),
    ],
  });
}

/** One of the two mails of an address change. */
export async function mailConfirmAddress(
  scope: PersonScope,
  mail: { to: string; newAddress: string; url: string; hours: number },
): Promise<void> {
  const { name, locale } = scope.actor;
  const { to, newAddress, url, hours } = mail;
  await queue(scope, {
    to,
    kind: 'email_change',
    locale,
    subject: m.account_mail_address_subject({}, { locale }),
    paragraphs: [
      m.account_mail_greeting({ name }, { locale }),
      m.account_mail_address_text({ address: newAddress, hours }, { locale }),
    ],
    action: { label: m.account_mail_address_action({}, { locale }), url },
    smallPrint: [m.account_mail_address_small({}, { locale })],
  });
}

/** To the owner of an address that somebody else wanted for another account. */
export async function mailAddressTaken(
  scope: PersonScope,
  { to, url }: { to: string; url: string },
): Promise<void> {
  const { locale } = scope.actor;
  await queue(scope, {
    to,
    kind: 'email_taken',
    locale,
    subject: m.account_mail_taken_subject({}, { locale }),
    paragraphs: [m.account_mail_taken_text({}, { locale })],
    action: { label: m.account_mail_taken_action({}, { locale }), url },
  });
}

export async function mailEmailChanged(
  scope: Scope,
  mail: { to: string; name: string; locale: Locale; newAddress: string },
): Promise<void> {
  const { to, name, locale, newAddress } = mail;
  await queue(scope, {
    to,
    kind: 'email_changed',
    locale,
    subject: m.account_mail_changed_subject({}, { locale }),
    paragraphs: [
      m.account_mail_greeting({ name }, { locale }),
      m.account_mail_changed_text({ address: newAddress }, { locale }),
    ],
  });
}

export async function mailTest(scope: PersonScope): Promise<string> {
  const { name, locale } = scope.actor;
  return queue(scope, {
    to: await ownAddress(scope),
    kind: 'mail_test',
    locale,
    subject: m.account_mail_test_subject({}, { locale }),
    paragraphs: [
      m.account_mail_greeting({ name }, { locale }),
      m.account_mail_test_text({}, { locale }),
    ],
  });
}
