import type { Job } from '$lib/access/job';
import type { System } from '$lib/access/actor';
import type { Scope } from '$lib/access/scope.server';
import { queueMail } from '$lib/platform/mail.server';
import { toPlainText } from '$lib/platform/rich-text.server';
import { fanOut } from './commands.server';
import { announcementMail, noticeMail } from './mail.server';
import { announcementsOf, lockDue, readSecret, type DueNotice } from './queries.server';
import { unsubscribeToken } from './unsubscribe-token';

/** More wait for the next minute. */
const MAILS_AT_ONCE = 1_000;

const tell: Job = {
  queue: 'notice.fan-out',
  async run(scope, { activityId }, house) {
    await fanOut(scope, activityId as string);
    await mailDue(scope, house);
  },
};

const mail: Job = {
  queue: 'notice.mail',
  // Daily digests, and mails that waited for the end of somebody's quiet hours.
  cron: '* * * * *',
  run: (scope, _data, house) => mailDue(scope, house),
};

export const noticeJobs: Job[] = [tell, mail];

/** Hands everything that is due to the outbox: one mail per person, announcements one by one. */
async function mailDue(scope: Scope<System>, { origin }: { origin: string }): Promise<void> {
  const { db, clock } = scope;
  // What was read in the meantime needs no mail any more.
  await db.notice.updateMany({
    where: { mailDueAt: { lte: clock.now() }, readAt: { not: null } },
    data: { mailDueAt: null },
  });
  const due = await lockDue(scope, MAILS_AT_ONCE);
  if (due.length === 0) return;
  const secret = await readSecret(scope);
  const announcements = due.filter((notice) => notice.kind === 'announcement');
  await mailAnnouncements(scope, announcements, origin);
  const others = due.filter((notice) => notice.kind !== 'announcement');
  const byPerson = Map.groupBy(others, (notice) => notice.accountId);
  for (const [accountId, notices] of byPerson) {
    const links = { origin, unsubscribeToken: unsubscribeToken(accountId, secret) };
    await queueMail(scope, noticeMail(notices, links));
  }
  await db.notice.updateMany({
    where: { id: { in: due.map((notice) => notice.id) } },
    data: { mailedAt: clock.now(), mailDueAt: null },
  });
}

async function mailAnnouncements(scope: Scope, due: DueNotice[], origin: string): Promise<void> {
  if (due.length === 0) return;
  const found = await announcementsOf(scope, [...new Set(due.map((notice) => notice.subjectId))]);
  const authors = await scope.db.account.findMany({
    where: { id: { in: found.map((announcement) => announcement.byId) } },
    select: { id: true, name: true },
  });
  for (const notice of due) {
    const announcement = found.find(({ id }) => id === notice.subjectId);
    if (!announcement) continue;
    const { subject, body, byId } = announcement;
    const byName = authors.find(({ id }) => id === byId)?.name ?? '';
    const said = { subject, text: toPlainText(body), byName };
    await queueMail(scope, announcementMail(notice, said, { origin }));
  }
}
