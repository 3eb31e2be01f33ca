import type { Clock } from './clock';
import type { Db } from './db/client.server';
import { publish } from './events.server';
import { newId } from './id';

/** A mail that is to leave. The subject must say nothing confidential: it shows on locked screens. */
export interface OutgoingMail {
  to: string;
  /** What the administrator sees in the log: "invitation", "password_reset", "notice" … */
  kind: string;
  /** The cohort it tells of: erased with it. */
  cohortId?: string | null;
  subject: string;
  text: string;
  html: string;
  headers?: Record<string, string>;
  /** What calendar programs take in: an .ics file and what they should do with it. */
  calendar?: MailCalendar;
  locale: 'de' | 'en';
}

export interface MailCalendar {
  method: 'REQUEST' | 'CANCEL';
  content: string;
}

/** Any scope: whoever acts, or nobody who is known yet (a forgotten password). */
interface MailScope {
  db: Db;
  clock: Clock;
  actor: { kind: string };
}

/** Tells the sender that a mail waits; it belongs to no cohort, so no page hears it. */
export const MAIL_EVENT = { cohortId: '', kind: 'mail', id: '' };

/**
 * Puts a mail into the outbox, in the caller's transaction: it leaves if and only if that commits.
 * Returns the mail's id.
 */
export async function queueMail(scope: MailScope, mail: OutgoingMail): Promise<string> {
  const { db, clock, actor } = scope;
  const id = newId(clock.now());
  const { to, kind, cohortId = null, subject, text, html, calendar, locale } = mail;
  const headers = { 'Content-Language': locale, ...mail.headers };
  if (actor.kind === 'anonymous') {
    await db.$executeRaw`SELECT app.mail_queue(${id}::uuid, ${to}, ${kind}, ${clock.now()}::timestamptz,
      ${subject}, ${text}, ${html}, ${JSON.stringify(headers)}::jsonb)`;
  } else {
    await db.mail.createMany({
      data: [{ id, recipient: to, kind, cohortId, createdAt: clock.now() }],
    });
    await db.mailContent.createMany({
      data: [
        {
          mailId: id,
          subject,
          text,
          html,
          headers,
          ...(calendar && { calendar: { ...calendar } }),
        },
      ],
    });
  }
  await publish(db, MAIL_EVENT);
  return id;
}
