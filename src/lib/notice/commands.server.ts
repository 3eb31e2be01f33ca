import type { System } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope, Scope } from '$lib/access/scope.server';
import type { ActivityFacts, ActivityKind, SubjectKind } from '$lib/activity/kinds';
import { changesOfPeople } from '$lib/agenda/publish/queries.server';
import { notFound } from '$lib/platform/errors';
import { publish, publishAll } from '$lib/platform/events.server';
import { newId } from '$lib/platform/id';
import { settableKinds, type NoticeKind, type Pace } from './kinds';
import { defaultWishes, mailDueAt, paceFor, type Wishes } from './pace';
import {
  accountOfLink,
  findActivity,
  surroundingsOf,
  unreadAbout,
  unreadNews,
  wishesOf,
  type ActivityRow,
} from './queries.server';
import { mayReadNotices } from './policy';
import { recipients, toldByCalendar } from './recipients';
import type {
  MarkAllRead,
  MarkRead,
  MarkSeen,
  NoticeWishes,
  UndoRead,
  Unsubscribe,
} from './schema';

/** Tells everyone concerned what happened; telling twice changes nothing. */
export async function fanOut(scope: Scope, activityId: string): Promise<void> {
  const { db, clock } = scope;
  const activity = await findActivity(scope, activityId);
  if (!activity) return;
  const around = await surroundingsOf(scope, activity);
  const told = recipients(activity, around);
  if (told.size === 0) return;
  const wishes = await wishesOf(scope, [...told.keys()]);
  const { cohortId, kind, actorId, subjectKind, subjectId, facts, timeZone, at } = activity;
  const moment = { happenedAt: at, now: clock.now(), timeZone };
  const personal = await personalFacts(scope, activity);
  const calendars = toldByCalendar(activity, around);
  const notices = [...told].map(([accountId, noticeKind]) => ({
    cohortId,
    id: newId(at),
    accountId,
    kind: noticeKind,
    activityId,
    subjectKind,
    subjectId,
    facts: { ...facts, ...personal.get(accountId), activity: kind, actorId },
    createdAt: at,
    ...(calendars.has(accountId)
      ? { mailedAt: clock.now() }
      : { mailDueAt: mailDueAt(wishes.get(accountId) ?? defaultWishes, noticeKind, moment) }),
  }));
  await db.notice.createMany({ data: notices, skipDuplicates: true });
  const events = notices.map(({ id, accountId }) => ({ cohortId, kind: 'notice', id, accountId }));
  await publishAll(db, events);
}

/** What the news is for each person, where that differs. */
async function personalFacts(
  scope: Scope,
  { kind, cohortId, subjectId, facts }: ActivityRow,
): Promise<Map<string, ActivityFacts>> {
  if (kind !== 'agenda_published' || typeof facts.version !== 'number') return new Map();
  const ref = { cohortId, workshopId: subjectId, version: facts.version };
  const changes = await changesOfPeople(scope, ref);
  // In both languages, as it was said: where notices are read, the versions it is made of are not at hand.
  return new Map([...changes].map(([id, { de, en }]) => [id, { forYouDe: de, forYouEn: en }]));
}

/** The answer's moment is what undoing needs. */
export async function markRead(
  { db, clock, actor }: PersonScope,
  input: MarkRead,
): Promise<{ readAt: Date }> {
  const { cohortId, noticeId } = input;
  ensure(mayReadNotices(actor, cohortId));
  const { accountId } = actor;
  const where = { id: noticeId, cohortId, accountId };
  const found = await db.notice.findFirst({ where, select: { readAt: true } });
  if (!found) throw notFound();
  if (found.readAt) return { readAt: found.readAt };
  const readAt = clock.now();
  await db.notice.updateMany({ where, data: { readAt } });
  await publish(db, { cohortId, kind: 'notice', id: noticeId, accountId });
  return { readAt };
}

/** Marks what the reader has seen; the answer's moment is what undoing needs. */
export async function markAllRead(
  { db, clock, actor }: PersonScope,
  { cohortId, until }: MarkAllRead,
): Promise<{ readAt: Date; count: number }> {
  ensure(mayReadNotices(actor, cohortId));
  const readAt = clock.now();
  const { accountId } = actor;
  const { count } = await db.notice.updateMany({
    where: { accountId, cohortId, readAt: null, id: { lte: until } },
    data: { readAt },
  });
  if (count > 0) await publish(db, { cohortId, kind: 'notice', id: until, accountId });
  return { readAt, count };
}

/** Whoever is on the page that notices lead to has read them. Nobody else learns of it. */
export async function markSeen(
  scope: PersonScope,
  { cohortId, path }: MarkSeen,
): Promise<{ count: number }> {
  const { db, clock, actor } = scope;
  ensure(mayReadNotices(actor, cohortId));
  const { accountId } = actor;
  const ids = await unreadAbout(scope, { cohortId, path });
  if (ids.length === 0) return { count: 0 };
  const { count } = await db.notice.updateMany({
    where: { accountId, cohortId, id: { in: ids }, readAt: null },
    data: { readAt: clock.now() },
  });
  await publish(db, { cohortId, kind: 'notice', id: cohortId, accountId });
  return { count };
}

export async function undoRead(
  { db, actor }: PersonScope,
  { cohortId, readAt }: UndoRead,
): Promise<void> {
  ensure(mayReadNotices(actor, cohortId));
  const { accountId } = actor;
  await db.notice.updateMany({ where: { accountId, cohortId, readAt }, data: { readAt: null } });
  await publish(db, { cohortId, kind: 'notice', id: cohortId, accountId });
}

/** Stores the choice, and plans the mails that still wait by it. */
export async function saveWishes(scope: PersonScope, input: NoticeWishes): Promise<void> {
  const { db, actor } = scope;
  const { accountId } = actor;
  const { pace, hasQuietHours } = input;
  const quietFrom = hasQuietHours ? input.quietFrom : null;
  const quietUntil = hasQuietHours ? input.quietUntil : null;
  const finer = settableKinds.flatMap((kind) => {
    const chosen = input[kind as keyof NoticeWishes] as Pace | '';
    return chosen === '' ? [] : [{ accountId, kind: kind as string, pace: chosen }];
  });
  await db.noticeSetting.deleteMany({ where: { accountId } });
  await db.noticeSetting.createMany({
    data: [{ accountId, kind: '', pace, quietFrom, quietUntil }, ...finer],
  });
  await planAgain(scope, (await wishesOf(scope, [accountId])).get(accountId) ?? defaultWishes);
}

async function planAgain({ db, clock, actor }: PersonScope, wishes: Wishes): Promise<void> {
  const waiting = await db.notice.findMany({
    where: { accountId: actor.accountId, mailedAt: null, readAt: null },
    select: { id: true, kind: true, createdAt: true, cohort: { select: { timeZone: true } } },
    orderBy: { id: 'desc' },
    take: 200,
  });
  for (const { id, kind, createdAt, cohort } of waiting) {
    const moment = { happenedAt: createdAt, now: clock.now(), timeZone: cohort.timeZone };
    const due = mailDueAt(wishes, kind as NoticeKind, moment);
    await db.notice.updateMany({ where: { id }, data: { mailDueAt: due } });
  }
}

/** Behind the link in a mail: whoever has it may end the mails, signed in or not. */
export async function unsubscribe(scope: Scope, { token, pace }: Unsubscribe): Promise<void> {
  const accountId = await accountOfLink(scope, token);
  await scope.db.$executeRaw`
    SELECT app.notice_unsubscribe(${accountId}::uuid, ${pace}::notice_pace)`;
}

/** Something that only the people named here hear of: it stands in no log. */
export interface PrivateNews {
  cohortId: string;
  kind: ActivityKind;
  noticeKind: NoticeKind;
  subjectKind: SubjectKind;
  subjectId: string;
  /** Where one thing has news of several: what this one is about. */
  about?: string;
  actorId: string | null;
  accountIds: string[];
  /** Mailed at once, unless the person wants no mails about it. */
  isPressing?: boolean;
}

/** Tells these people; whoever has not read the same news yet is not told again. For jobs. */
export async function tellPrivately(scope: Scope<System>, news: PrivateNews): Promise<void> {
  const { db, clock } = scope;
  const { cohortId, kind, noticeKind, subjectKind, subjectId, actorId } = news;
  const waiting = await unreadNews(scope, news);
  const accountIds = news.accountIds.filter((id) => !waiting.has(id));
  if (accountIds.length === 0) return;
  const wishes = await wishesOf(scope, accountIds);
  const now = clock.now();
  const { timeZone } = await db.cohort.findUniqueOrThrow({
    where: { id: cohortId },
    select: { timeZone: true },
  });
  const notices = accountIds.map((accountId) => ({
    cohortId,
    id: newId(now),
    accountId,
    kind: noticeKind,
    subjectKind,
    subjectId,
    facts: { activity: kind, actorId, ...(news.about ? { about: news.about } : {}) },
    createdAt: now,
    mailDueAt: mailDueAt(hastened(wishes.get(accountId) ?? defaultWishes, news), noticeKind, {
      happenedAt: now,
      now,
      timeZone,
    }),
  }));
  await db.notice.createMany({ data: notices });
  await publishAll(
    db,
    notices.map(({ id, accountId }) => ({ cohortId, kind: 'notice', id, accountId })),
  );
}

/** What presses does not wait for the daily mail. */
function hastened(wishes: Wishes, { isPressing, noticeKind }: PrivateNews): Wishes {
  if (!isPressing || paceFor(wishes, noticeKind) === 'off') return wishes;
  return { ...wishes, finer: { [noticeKind]: 'at_once' } };
}
