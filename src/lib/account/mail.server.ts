import type { Locale } from '$lib/access/actor';
import type { PersonScope, Scope } from '$lib/access/scope.server';
import { m } from '$lib/paraglide/messages.js';
import { layOutMail, type MailDraft } from '$lib/platform/mail-layout';
import { queueMail } from '$lib/platform/mail.server';
import { formatDate } from '$lib/ui/format';

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

const TIME_ZONE = 'Europe/Berlin';

/** To whoever asked for the deletion of the account: until when it can be taken back. */
export async function mailDeletionReceived(
  scope: PersonScope,
  { url, dueAt }: { url: string; dueAt: Date },
): Promise<void> {
  const { name, locale } = scope.actor;
  const date = formatDate(dueAt, locale, TIME_ZONE);
  await queue(scope, {
    to: await ownAddress(scope),
    kind: 'deletion_received',
    locale,
    subject: m.account_mail_deletion_subject({}, { locale }),
    paragraphs: [
      m.account_mail_greeting({ name }, { locale }),
      m.account_mail_deletion_text({ date }, { locale }),
    ],
    action: { label: m.account_deletion_keep({}, { locale }), url },
  });
}

/** To the administrators and organisers who carry it out. */
export async function mailDeletionAsked(
  scope: PersonScope,
  { url, dueAt }: { url: string; dueAt: Date },
): Promise<void> {
  const addressees = await scope.db.$queryRaw<{ email: string; name: string; locale: Locale }[]>`
    SELECT * FROM app.deletion_addressees()`;
  for (const { email, name, locale } of addressees) {
    const date = formatDate(dueAt, locale, TIME_ZONE);
    await queue(scope, {
      to: email,
      kind: 'deletion_asked',
      locale,
      subject: m.account_mail_request_subject({}, { locale }),
      paragraphs: [
        m.account_mail_greeting({ name }, { locale }),
        m.account_mail_request_text({ person: scope.actor.name, date }, { locale }),
      ],
      action: { label: m.account_mail_request_action({}, { locale }), url },
    });
  }
}
