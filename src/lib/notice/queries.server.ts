import type { System } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope, Scope } from '$lib/access/scope.server';
import type { ActivityFacts, ActivityKind, SubjectKind } from '$lib/activity/kinds';
import { activityPath, type ActivityPlace } from '$lib/activity/subject';
import { Prisma } from '../../generated/prisma/client';
import { notFound } from '$lib/platform/errors';
import { settableKinds, type NoticeKind, type Pace } from './kinds';
import { defaultWishes, paceFor, type Wishes } from './pace';
import { mayReadNotices } from './policy';
import type { Happening, Surroundings } from './recipients';
import { noticeWishes, type ListNotices, type MarkSeen, type NoticeWishes } from './schema';
import { readUnsubscribeToken } from './unsubscribe-token';

export const PAGE_SIZE = 30;

export interface NoticeRow {
  id: string;
  kind: ActivityKind;
  noticeKind: NoticeKind;
  subjectKind: SubjectKind;
  subjectId: string;
  facts: ActivityFacts;
  createdAt: Date;
  isRead: boolean;
  actorName: string | null;
  subjectTitle: string | null;
}

/** What the subject is called now, as far as the reader may know it; `n` carries kind and id. */
export const subjectTitle = (n: Prisma.Sql) => Prisma.sql`CASE ${n}."subjectKind"
  WHEN 'topic' THEN (SELECT t.question FROM topic t WHERE t.id = ${n}."subjectId")
  WHEN 'ballot' THEN (SELECT b.title FROM ballot b WHERE b.id = ${n}."subjectId")
  WHEN 'team' THEN (SELECT s.name FROM team s WHERE s.id = ${n}."subjectId")
  WHEN 'practice' THEN coalesce(
    (SELECT p.content->>'gist' FROM practice p WHERE p.id = ${n}."subjectId"),
    (SELECT r.gist FROM practice_release r WHERE r."practiceId" = ${n}."subjectId" AND r.rung = 'cohort'))
  WHEN 'workshop' THEN (SELECT v.title FROM workshop v WHERE v.id = ${n}."subjectId")
  WHEN 'agreement' THEN (SELECT g.what FROM agreement g WHERE g.id = ${n}."subjectId")
  WHEN 'announcement' THEN (SELECT w.subject FROM announcement w WHERE w.id = ${n}."subjectId")
  END`;

export interface NoticePage {
  notices: NoticeRow[];
  /** Where the next page begins; null on the last one. */
  next: string | null;
  unread: number;
}

/** One's own notices in the cohort, the newest first. */
export async function list({ db, actor }: PersonScope, input: ListNotices): Promise<NoticePage> {
  const { cohortId, before } = input;
  ensure(mayReadNotices(actor, cohortId));
  const rows = await db.$queryRaw<(NoticeRow & { unread: number })[]>`
    SELECT n.id, n.facts->>'activity' AS kind, n.kind AS "noticeKind", n."subjectKind", n."subjectId",
           n.facts, n."createdAt", n."readAt" IS NOT NULL AS "isRead", a.name AS "actorName",
           ${subjectTitle(Prisma.sql`n`)} AS "subjectTitle",
           (SELECT count(*)::int FROM notice u WHERE u."accountId" = ${actor.accountId}::uuid
               AND u."cohortId" = ${cohortId}::uuid AND u."readAt" IS NULL) AS unread
      FROM notice n LEFT JOIN account a ON a.id = (n.facts->>'actorId')::uuid
     WHERE n."accountId" = ${actor.accountId}::uuid AND n."cohortId" = ${cohortId}::uuid
       AND (${before}::uuid IS NULL OR n.id < ${before}::uuid)
     ORDER BY n.id DESC LIMIT ${PAGE_SIZE + 1}`;
  const notices = rows.slice(0, PAGE_SIZE);
  return {
    notices: notices.map(({ unread: _unread, ...notice }) => notice),
    next: rows.length > PAGE_SIZE ? notices.at(-1)!.id : null,
    unread: rows[0]?.unread ?? 0,
  };
}

/** Unread notices in all cohorts. */
export const countUnread = ({ db, actor }: PersonScope): Promise<number> =>
  db.notice.count({ where: { accountId: actor.accountId, readAt: null } });

const UNREAD_LIMIT = 500;

/** Those unread notices of one's own that lead to this page, whatever stands behind its `?` and `#`. */
export async function unreadAbout(
  { db, actor }: PersonScope,
  { cohortId, path }: MarkSeen,
): Promise<string[]> {
  const unread = await db.$queryRaw<(ActivityPlace & { id: string })[]>`
    SELECT id, facts->>'activity' AS kind, "subjectKind", "subjectId", facts FROM notice
     WHERE "accountId" = ${actor.accountId}::uuid AND "cohortId" = ${cohortId}::uuid
       AND "readAt" IS NULL ORDER BY id DESC LIMIT ${UNREAD_LIMIT}`;
  return unread
    .filter((notice) => activityPath(cohortId, notice).split(/[?#]/)[0] === path)
    .map(({ id }) => id);
}

/** Who of these people has the same news about the same thing before them, unread. */
export async function unreadNews(
  { db }: Scope,
  news: { kind: ActivityKind; subjectId: string; about?: string; accountIds: string[] },
): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ accountId: string }[]>`
    SELECT DISTINCT "accountId" FROM notice
     WHERE "accountId" = ANY (${news.accountIds}::uuid[]) AND "readAt" IS NULL
       AND "subjectId" = ${news.subjectId}::uuid AND facts->>'activity' = ${news.kind}
       AND facts->>'about' IS NOT DISTINCT FROM ${news.about ?? null}`;
  return new Set(rows.map(({ accountId }) => accountId));
}

interface SettingRow {
  accountId: string;
  kind: string;
  pace: Pace;
  quietFrom: number | null;
  quietUntil: number | null;
}

/** What each of the accounts has chosen; the default where nothing was. */
export async function wishesOf({ db }: Scope, accountIds: string[]): Promise<Map<string, Wishes>> {
  const rows: SettingRow[] = await db.noticeSetting.findMany({
    where: { accountId: { in: accountIds } },
  });
  const wishes = new Map<string, Wishes>();
  for (const { accountId, kind, pace, quietFrom, quietUntil } of rows) {
    const known = wishes.get(accountId) ?? { ...defaultWishes, finer: {} };
    if (kind === '') Object.assign(known, { pace, quietFrom, quietUntil });
    else known.finer[kind as NoticeKind] = pace;
    wishes.set(accountId, known);
  }
  return wishes;
}

/** How somebody wants to hear about a kind. */
export async function paceOf(scope: Scope, accountId: string, kind: NoticeKind): Promise<Pace> {
  const wishes = (await wishesOf(scope, [accountId])).get(accountId) ?? defaultWishes;
  return paceFor(wishes, kind);
}

export interface ActivityRow extends Happening {
  id: string;
  cohortId: string;
  at: Date;
  subjectKind: SubjectKind;
  timeZone: string;
}

export async function findActivity({ db }: Scope, activityId: string): Promise<ActivityRow | null> {
  const [row] = await db.$queryRaw<ActivityRow[]>`
    SELECT a.id, a."cohortId", a.at, a.kind, a."actorId", a."subjectKind", a."subjectId", a.facts,
           c."timeZone"
      FROM activity a JOIN cohort c ON c.id = a."cohortId" WHERE a.id = ${activityId}::uuid`;
  return row ?? null;
}

/** Everything that decides who is told, in one statement. */
export async function surroundingsOf({ db }: Scope, activity: ActivityRow): Promise<Surroundings> {
  const { cohortId, subjectKind, subjectId, facts } = activity;
  const sides = [subjectId, facts.fromId, facts.intoId].filter((id) => typeof id === 'string');
  const topicIds = subjectKind === 'topic' ? [...new Set(sides)] : [];
  const [row] = await db.$queryRaw<[Surroundings]>`
    SELECT
      (SELECT coalesce(jsonb_agg(jsonb_build_object('accountId', m."accountId", 'role', m.role,
                                                    'teamId', m."teamId")), '[]')
         FROM membership m WHERE m."cohortId" = ${cohortId}::uuid AND m."endedAt" IS NULL
          -- What was before somebody's time is no news.
          AND m."joinedAt" <= ${activity.at}::timestamptz) AS people,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'teamId', t."teamId",
                                    'isPrivate', t.state IN ('draft', 'unconfirmed'))), '[]')
         FROM topic t WHERE t.id = ANY (${topicIds}::uuid[])) AS topics,
      (SELECT coalesce(jsonb_agg(f."accountId"), '[]')
         FROM follow f WHERE f."topicId" = ANY (${topicIds}::uuid[])) AS "followerIds",
      (SELECT coalesce(jsonb_agg(s."teamId"), '[]')
         FROM support s WHERE s."topicId" = ANY (${topicIds}::uuid[])) AS "supportingTeamIds",
      (SELECT coalesce(jsonb_agg(m."accountId"), '[]')
         FROM (SELECT "membershipId" FROM topic_guest WHERE "topicId" = ${subjectId}::uuid
               UNION SELECT "membershipId" FROM workshop_guest
                      WHERE "workshopId" = ${subjectId}::uuid) g
         JOIN membership m ON m.id = g."membershipId") AS "guestIds",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('accountId', v."accountId", 'teamId', v."teamId",
                                                    'hasVoted', v."hasVoted")), '[]')
         FROM voter v WHERE v."ballotId" = ${subjectId}::uuid) AS voters,
      (SELECT jsonb_build_object('teamId', r."teamId",
                'adopterTeamIds', (SELECT coalesce(jsonb_agg(d."teamId"), '[]')
                   FROM practice_adoption d WHERE d."practiceId" = r."practiceId"))
         FROM practice_release r
        WHERE r."practiceId" = ${subjectId}::uuid AND r.rung = 'cohort') AS practice,
      (SELECT coalesce(jsonb_agg(DISTINCT k."authorId"), '[]') FROM comment k
        WHERE (k."practiceId" = ${subjectId}::uuid OR k."workshopId" = ${subjectId}::uuid)
          AND k."deletedAt" IS NULL) AS "commenterIds",
      (SELECT jsonb_build_object('teamIds', w."teamIds", 'roles', w.roles)
         FROM announcement w WHERE w.id = ${subjectId}::uuid) AS announcement,
      (SELECT coalesce(jsonb_agg(x."accountId"), '[]') FROM (
         SELECT d."accountId" FROM date_option_answer d WHERE d."workshopId" = ${subjectId}::uuid
          GROUP BY d."accountId"
         HAVING count(*) = (SELECT count(*) FROM date_option p
                             WHERE p."workshopId" = ${subjectId}::uuid)) x) AS "datesAnsweredByIds"`;
  return row;
}

export interface DueNotice {
  id: string;
  cohortId: string;
  cohortName: string;
  kind: NoticeKind;
  activity: ActivityKind;
  subjectKind: SubjectKind;
  subjectId: string;
  facts: ActivityFacts;
  accountId: string;
  name: string;
  email: string;
  locale: 'de' | 'en';
}

/**
 * Notices whose mail is due, locked so that no other worker mails them too: those of the job's cohort,
 * or of all cohorts (without announcements, whose text only their own cohort's job can read).
 */
export const lockDue = ({ db, clock, actor }: Scope<System>, limit: number): Promise<DueNotice[]> =>
  db.$queryRaw<DueNotice[]>`
    SELECT n.id, n."cohortId", d.name AS "cohortName", n.kind, n.facts->>'activity' AS activity,
           n."subjectKind", n."subjectId", n.facts, n."accountId", a.name, c.email, a.locale
      FROM notice n JOIN cohort d ON d.id = n."cohortId" JOIN account a ON a.id = n."accountId" JOIN credential c ON c."accountId" = a.id
     WHERE n."mailDueAt" <= ${clock.now()}::timestamptz AND n."mailedAt" IS NULL
       AND n."readAt" IS NULL AND a."deletedAt" IS NULL
       AND CASE WHEN ${actor.cohortId}::uuid IS NULL THEN n.kind <> 'announcement'
                ELSE n."cohortId" = ${actor.cohortId}::uuid END
     ORDER BY n."accountId", n.id LIMIT ${limit}
       FOR UPDATE OF n SKIP LOCKED`;

/** What an announcement says, for its mail. */
export const announcementsOf = ({ db }: Scope, ids: string[]) =>
  db.announcement.findMany({
    where: { id: { in: ids } },
    select: { id: true, subject: true, body: true, byId: true },
  });

/** One's own choice, as the form shows it. */
export async function myWishes(scope: PersonScope): Promise<NoticeWishes> {
  const { accountId } = scope.actor;
  const wishes = (await wishesOf(scope, [accountId])).get(accountId) ?? defaultWishes;
  const { pace, finer, quietFrom, quietUntil } = wishes;
  const perKind = Object.fromEntries(settableKinds.map((kind) => [kind, finer[kind] ?? '']));
  return noticeWishes.parse({
    pace,
    ...perKind,
    hasQuietHours: quietFrom !== null,
    quietFrom: quietFrom ?? undefined,
    quietUntil: quietUntil ?? undefined,
  });
}

/** The secret that signs the links in mails. */
export async function readSecret({ db }: Scope): Promise<Uint8Array> {
  const [row] = await db.$queryRaw<{ pepper: Uint8Array }[]>`
    SELECT pepper FROM app.installation_public()`;
  if (!row) throw new Error('the installation is not set up');
  return row.pepper;
}

/** Whose mails the link ends. */
export async function accountOfLink(scope: Scope, token: string): Promise<string> {
  const accountId = readUnsubscribeToken(token, await readSecret(scope));
  if (!accountId) throw notFound();
  return accountId;
}

export async function checkUnsubscribeLink(
  scope: Scope,
  { token }: { token: string },
): Promise<{ isValid: true }> {
  await accountOfLink(scope, token);
  return { isValid: true };
}
