import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import type { OfCohort } from '$lib/cohort/schema';
import { mayReadDirectory } from '$lib/membership/policy';
import { notFound } from '$lib/platform/errors';
import { toPlainText } from '$lib/platform/rich-text.server';
import { mayDescribeSite, mayManageTeams } from './policy';
import type { OfTeam } from './schema';

/** One site: what its team says about it, and who the team is. */
export async function teamOf({ db, actor }: PersonScope, { cohortId, teamId }: OfTeam) {
  ensure(mayReadDirectory(actor, cohortId));
  const team = await db.team.findFirst({
    where: { cohortId, id: teamId },
    select: {
      id: true,
      name: true,
      siteKind: true,
      inhabitants: true,
      startingPoint: true,
      aims: true,
      offers: true,
      seeks: true,
      version: true,
      memberships: {
        where: { endedAt: null },
        select: {
          id: true,
          occupation: true,
          contactEmail: true,
          contactPhone: true,
          contactHint: true,
          account: { select: { name: true } },
        },
        orderBy: { account: { name: 'asc' } },
      },
    },
  });
  if (!team) throw notFound();
  const { memberships, ...site } = team;
  return {
    ...site,
    /** The same texts without markup, for writing where the editor cannot be loaded. */
    plain: {
      startingPoint: toPlainText(site.startingPoint),
      aims: toPlainText(site.aims),
      offers: toPlainText(site.offers),
      seeks: toPlainText(site.seeks),
    },
    people: memberships.map(({ account, ...entry }) => ({ ...entry, name: account.name })),
    mayDescribe: mayDescribeSite(actor, cohortId, teamId).isAllowed,
  };
}

export interface ManagedTeam {
  id: string;
  name: string;
  siteKind: 'city' | 'municipality' | 'district' | 'other';
  inhabitants: number | null;
  tileColumn: number | null;
  tileRow: number | null;
  version: number;
  people: number;
  invited: number;
  topics: number;
}

/** Every team with what the organiser has to know about it. */
export async function teamsForManaging(
  { db, actor, clock }: PersonScope,
  { cohortId }: OfCohort,
): Promise<{ teams: ManagedTeam[]; siteSeats: number; teamSize: number }> {
  ensure(mayManageTeams(actor, cohortId));
  const teams = await db.$queryRaw<ManagedTeam[]>`
    SELECT t.id, t.name, t."siteKind"::text AS "siteKind", t.inhabitants, t."tileColumn", t."tileRow",
           t.version,
           (SELECT count(*)::int FROM membership m WHERE m."teamId" = t.id AND m."endedAt" IS NULL) AS people,
           (SELECT count(*)::int FROM invitation i WHERE i."teamId" = t.id AND i."acceptedAt" IS NULL
               AND i."revokedAt" IS NULL AND i."expiresAt" > ${clock.now()}::timestamptz) AS invited,
           (SELECT count(*)::int FROM topic p WHERE p."teamId" = t.id) AS topics
      FROM team t WHERE t."cohortId" = ${cohortId}::uuid ORDER BY t.name`;
  const cohort = await db.cohort.findFirst({
    where: { id: cohortId },
    select: { siteSeats: true, teamSize: true },
  });
  if (!cohort) throw notFound();
  return { teams, ...cohort };
}
