import { createTransport, type Transporter } from 'nodemailer';
import type { Clock } from './clock';
import type { Database, Db } from './db/client.server';
import type { EventHub } from './events.server';
import { MAIL_EVENT, type MailCalendar } from './mail.server';

const BATCH = 20;
const POLL_MS = 30_000;
const FIRST_RETRY_MS = 60_000;
const LONGEST_RETRY_MS = 6 * 3_600_000;
const MOST_ATTEMPTS = 8;
/** A mail that has been "sending" for longer was being sent when a program died. */
const INTERRUPTED_AFTER_MS = 10 * 60_000;
/** Bodies that the administrator may read are kept; all others go as soon as the mail has left. */
const KEPT_KIND = 'invitation';

export interface MailSenderOptions {
  database: Database;
  clock: Clock;
  events: Pick<EventHub, 'subscribe'>;
  smtpUrl: string;
  /** Where this installation is reached; its host stands in the ids of the mails. */
  origin: string;
  log: { error(facts: object, message: string): void };
}

export interface MailSender {
  /** Sends what is due now; resolves when it is done. */
  sendDue(): Promise<void>;
  /** Lets the mail at hand leave; the others wait for the next start. */
  stop(): Promise<void>;
}

interface ClaimedMail {
  id: string;
  recipient: string;
  kind: string;
  attempts: number;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
  calendar: MailCalendar | null;
}

/**
 * Sends the outbox. A mail is marked as "sending" before it is handed over and as "sent" after, in
 * transactions of their own. Where the program dies in between, nobody knows whether it has left:
 * it is then marked as failed ("interrupted") and never sent a second time by itself.
 */
export function openMailSender(options: MailSenderOptions): MailSender {
  const { database, clock, smtpUrl, origin, log } = options;
  const transport = createTransport(smtpUrl);
  const asSystem = <T>(work: (db: Db) => Promise<T>) =>
    database.transact({ 'app.system': 'on' }, 'write', work);
  let isStopping = false;

  async function sendRound(): Promise<void> {
    await asSystem((db) => markInterrupted(db, clock.now()));
    for (let isMore = true; isMore && !isStopping;) {
      const { mails, from } = await asSystem((db) => claim(db, clock.now()));
      for (const mail of mails) await sendOne(transport, mail, from);
      isMore = mails.length === BATCH;
    }
  }

  async function sendOne(via: Transporter, mail: ClaimedMail, from: string): Promise<void> {
    const { recipient: to, subject, text, html, headers, calendar } = mail;
    // Both as an alternative, which mail programs act upon, and as a file, which people can open.
    const icalEvent = calendar && { ...calendar, filename: 'termin.ics' };
    const messageId = `<${mail.id}@${new URL(origin).hostname}>`;
    try {
      const message = { from, to, subject, text, html, headers, messageId };
      await via.sendMail(icalEvent ? { ...message, icalEvent } : message);
      await asSystem((db) => markSent(db, mail, clock.now()));
    } catch (error) {
      const failure = error as { responseCode?: number; code?: string; message: string };
      log.error({ mailId: mail.id, code: failure.code ?? failure.responseCode }, 'mail failed');
      await asSystem((db) => markFailed(db, mail, failure, clock.now()));
    }
  }

  // One round at a time; what comes in meanwhile makes it go round once more.
  let running: Promise<void> | null = null;
  let isAsked = false;
  const wake = (): Promise<void> => {
    isAsked = true;
    return (running ??= (async () => {
      while (isAsked && !isStopping) {
        isAsked = false;
        await sendRound().catch((error: unknown) => log.error({ err: error }, 'outbox failed'));
      }
      running = null;
    })());
  };
  const unsubscribe = options.events.subscribe((event) => {
    const isAboutMail = typeof event === 'object' && event.kind === MAIL_EVENT.kind;
    if (event === 'resync' || isAboutMail) void wake();
  });
  const timer = setInterval(() => void wake(), POLL_MS);
  void wake();

  return {
    sendDue: wake,
    async stop() {
      isStopping = true;
      clearInterval(timer);
      unsubscribe();
      await running;
      transport.close();
    },
  };
}

async function claim(db: Db, now: Date): Promise<{ mails: ClaimedMail[]; from: string }> {
  const mails = await db.$queryRaw<ClaimedMail[]>`
    WITH due AS (
      SELECT id FROM mail
       WHERE state = 'waiting' AND ("nextAttemptAt" IS NULL OR "nextAttemptAt" <= ${now}::timestamptz)
       ORDER BY "createdAt" LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
    UPDATE mail m SET state = 'sending', "startedAt" = ${now}::timestamptz, attempts = m.attempts + 1
      FROM due, mail_content c WHERE m.id = due.id AND c."mailId" = due.id
    RETURNING m.id, m.recipient, m.kind, m.attempts, c.subject, c.text, c.html, c.headers, c.calendar`;
  const installation = await db.installation.findFirst({
    select: { organisation: true, contactEmail: true },
  });
  const from = installation
    ? `"${installation.organisation.replace(/["\\\r\n]/g, '')}" <${installation.contactEmail}>`
    : 'werkraum@localhost';
  return { mails, from };
}

async function markInterrupted(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - INTERRUPTED_AFTER_MS);
  await db.mail.updateMany({
    where: { state: 'sending', startedAt: { lt: before } },
    data: { state: 'failed', error: 'interrupted' },
  });
}

async function markSent(db: Db, { id, kind }: ClaimedMail, now: Date): Promise<void> {
  await db.mail.updateMany({ where: { id }, data: { state: 'sent', sentAt: now, error: null } });
  if (kind !== KEPT_KIND) await db.mailContent.deleteMany({ where: { mailId: id } });
}

/** A refusal for good (5xx) or the last attempt ends it; anything else is tried again later. */
async function markFailed(
  db: Db,
  { id, attempts }: ClaimedMail,
  failure: { responseCode?: number; code?: string },
  now: Date,
): Promise<void> {
  // Only codes: the server's sentence often repeats the address.
  const error = [failure.code, failure.responseCode].filter(Boolean).join(' ') || 'unknown';
  const isFinal = (failure.responseCode ?? 0) >= 500 || attempts >= MOST_ATTEMPTS;
  const delay = Math.min(FIRST_RETRY_MS * 2 ** (attempts - 1), LONGEST_RETRY_MS);
  await db.mail.updateMany({
    where: { id },
    data: isFinal
      ? { state: 'failed', error }
      : { state: 'waiting', error, nextAttemptAt: new Date(now.getTime() + delay) },
  });
}
