import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { notFound } from '$lib/platform/errors';
import { version } from '../../../package.json';
import { mayOperate } from './policy';
import type { mailStates, OfMail, Overview } from './schema';

const PAGE_SIZE = 50;

export interface MailRow {
  id: string;
  recipient: string;
  kind: string;
  state: (typeof mailStates)[number];
  attempts: number;
  error: string | null;
  createdAt: Date;
  sentAt: Date | null;
  nextAttemptAt: Date | null;
  /** Whether the administrator may read what it says: invitations, and everything in the demo. */
  hasBody: boolean;
}

interface QueueRow {
  name: string;
  waiting: number;
  active: number;
  failed: number;
}

/** How the installation is doing: program, database, jobs, mails. Nothing of any cohort's content. */
export async function operationsOverview(
  { db, actor }: PersonScope,
  { state, before }: Overview,
  house: { sendsMail: boolean },
) {
  ensure(mayOperate(actor));
  const [database] = await db.$queryRaw<{ version: string; bytes: number; migration: string }[]>`
    SELECT current_setting('server_version') AS version,
           pg_database_size(current_database())::float8 AS bytes`;
  const queues = await db.$queryRaw<QueueRow[]>`
    SELECT q.name, count(*) FILTER (WHERE j.state IN ('created', 'retry'))::int AS waiting,
           count(*) FILTER (WHERE j.state = 'active')::int AS active,
           count(*) FILTER (WHERE j.state = 'failed')::int AS failed
      FROM pgboss.queue q LEFT JOIN pgboss.job j ON j.name = q.name
     WHERE q.name NOT LIKE '\\_\\_%' GROUP BY q.name ORDER BY q.name`;
  const counts = await db.mail.groupBy({ by: ['state'], _count: true });
  const mails = await db.$queryRaw<MailRow[]>`
    SELECT m.id, m.recipient, m.kind, m.state::text AS state, m.attempts, m.error, m."createdAt",
           m."sentAt", m."nextAttemptAt",
           EXISTS (SELECT 1 FROM mail_content c WHERE c."mailId" = m.id) AS "hasBody"
      FROM mail m
     WHERE (${state}::text IS NULL OR m.state::text = ${state})
       AND (${before}::uuid IS NULL OR m.id < ${before}::uuid)
     ORDER BY m.id DESC LIMIT ${PAGE_SIZE + 1}`;
  return {
    program: { version, uptimeSeconds: Math.round(process.uptime()), sendsMail: house.sendsMail },
    database: { version: database!.version, bytes: database!.bytes },
    queues,
    mailCounts: Object.fromEntries(counts.map((one) => [one.state, one._count])),
    mails: mails.slice(0, PAGE_SIZE),
    older: mails.length > PAGE_SIZE ? mails[PAGE_SIZE - 1]!.id : null,
  };
}

/** What a mail says, where the administrator may read it. */
export async function readMail({ db, actor }: PersonScope, { mailId }: OfMail) {
  ensure(mayOperate(actor));
  const mail = await db.mail.findFirst({
    where: { id: mailId, content: { isNot: null } },
    select: {
      id: true,
      recipient: true,
      kind: true,
      createdAt: true,
      content: { select: { subject: true, text: true } },
    },
  });
  if (!mail?.content) throw notFound();
  return { ...mail, content: mail.content };
}
