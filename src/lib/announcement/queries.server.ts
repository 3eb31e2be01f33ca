import type { Role } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import type { OfCohort } from '$lib/cohort/schema';
import { mayAnnounce, mayReadAnnouncements } from './policy';
import type { Audience, ListAnnouncements } from './schema';

const PAGE_SIZE = 20;

export interface AnnouncementView {
  id: string;
  subject: string;
  /** Rich text, cleaned when it was stored. */
  body: string;
  authorName: string | null;
  createdAt: Date;
  /** Empty lists: everyone. */
  teamNames: string[];
  roles: Role[];
}

/** What was announced to the reader (organisers: everything), the newest first. */
export async function listAnnouncements(
  { db, actor }: PersonScope,
  { cohortId, before }: ListAnnouncements,
): Promise<{ announcements: AnnouncementView[]; older: string | null; canAnnounce: boolean }> {
  ensure(mayReadAnnouncements(actor, cohortId));
  const rows = await db.$queryRaw<AnnouncementView[]>`
    SELECT n.id, n.subject, n.body, a.name AS "authorName", n."createdAt", n.roles::text[] AS roles,
           ARRAY(SELECT t.name FROM team t WHERE t.id = ANY (n."teamIds") ORDER BY t.name) AS "teamNames"
      FROM announcement n LEFT JOIN account a ON a.id = n."byId"
     WHERE n."cohortId" = ${cohortId}::uuid AND (${before}::uuid IS NULL OR n.id < ${before}::uuid)
     ORDER BY n.id DESC LIMIT ${PAGE_SIZE + 1}`;
  const announcements = rows.slice(0, PAGE_SIZE);
  const hasOlder = rows.length > PAGE_SIZE;
  return {
    announcements,
    older: hasOlder ? announcements.at(-1)!.id : null,
    canAnnounce: mayAnnounce(actor, cohortId).isAllowed,
  };
}

/** The teams that an announcement can be addressed to. */
export async function announcementForm({ db, actor }: PersonScope, { cohortId }: OfCohort) {
  ensure(mayAnnounce(actor, cohortId));
  const teams = await db.team.findMany({
    where: { cohortId },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  });
  return { teams };
}

/** How many people an announcement would reach, its author not counted. */
export async function countAddressees(
  { db, actor }: PersonScope,
  { cohortId, teamIds, roles }: Audience,
): Promise<{ count: number }> {
  ensure(mayAnnounce(actor, cohortId));
  const people = await db.membership.findMany({
    where: {
      cohortId,
      endedAt: null,
      role: roles.length > 0 ? { in: roles } : { not: 'partner' },
      ...(teamIds.length > 0 && { teamId: { in: teamIds } }),
      accountId: { not: actor.accountId },
    },
    select: { accountId: true },
    distinct: ['accountId'],
  });
  return { count: people.length };
}
