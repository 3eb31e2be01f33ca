import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import type { CohortState } from '$lib/cohort/frame';
import type { OfCohort } from '$lib/cohort/schema';
import { notFound } from '$lib/platform/errors';
import { mayAdminister } from './policy';

/** What the administrator knows of a cohort: its frame and its numbers, none of its content. */
export interface CohortOverview {
  id: string;
  name: string;
  state: CohortState;
  startsOn: string | null;
  endsOn: string | null;
  siteSeats: number;
  teamSize: number;
  siteCount: number;
  memberCount: number;
  moderatorCount: number;
  organiserNames: string[];
}

export interface ProgrammeOverview {
  id: string;
  name: string;
  version: number;
  /** The latest first. */
  cohorts: CohortOverview[];
}

/** Every programme with its cohorts, in one statement. */
export async function programmes({ db, actor }: PersonScope): Promise<ProgrammeOverview[]> {
  ensure(mayAdminister(actor));
  return db.$queryRaw<ProgrammeOverview[]>`
    SELECT p.id, p.name, p.version,
           coalesce(jsonb_agg(jsonb_build_object(
               'id', c.id, 'name', c.name, 'state', c.state, 'startsOn', c."startsOn",
               'endsOn', c."endsOn", 'siteSeats', c."siteSeats", 'teamSize', c."teamSize",
               'siteCount', n."siteCount", 'memberCount', n."memberCount",
               'moderatorCount', n."moderatorCount",
               'organiserNames', coalesce(
                 (SELECT jsonb_agg(a.name ORDER BY a.name)
                    FROM membership m JOIN account a ON a.id = m."accountId"
                   WHERE m."cohortId" = c.id AND m.role = 'organiser' AND m."endedAt" IS NULL), '[]'))
             ORDER BY c."startsOn" DESC NULLS FIRST, c.id DESC)
             FILTER (WHERE c.id IS NOT NULL), '[]') AS cohorts
      FROM programme p
      LEFT JOIN cohort c ON c."programmeId" = p.id
      LEFT JOIN app.cohort_counts() n ON n."cohortId" = c.id
     GROUP BY p.id
     ORDER BY lower(p.name), p.id`;
}

export interface Organiser {
  membershipId: string;
  name: string;
  joinedAt: Date;
}

export interface OrganiserInvitation {
  id: string;
  name: string;
  email: string;
  /** When the mail went out, or null. */
  sentAt: Date | null;
  expiresAt: Date;
  isExpired: boolean;
}

export interface AdministeredCohort {
  cohort: Omit<CohortOverview, 'organiserNames'>;
  programme: { id: string; name: string };
  organisers: Organiser[];
  /** Invitations to become an organiser that nobody has taken up yet. */
  invitations: OrganiserInvitation[];
}

export async function administeredCohort(
  { db, actor, clock }: PersonScope,
  { cohortId }: OfCohort,
): Promise<AdministeredCohort> {
  ensure(mayAdminister(actor));
  const [row] = await db.$queryRaw<Pick<AdministeredCohort, 'cohort' | 'programme'>[]>`
    SELECT jsonb_build_object('id', p.id, 'name', p.name) AS programme,
           jsonb_build_object('id', c.id, 'name', c.name, 'state', c.state,
             'startsOn', c."startsOn", 'endsOn', c."endsOn", 'siteSeats', c."siteSeats",
             'teamSize', c."teamSize", 'siteCount', n."siteCount",
             'memberCount', n."memberCount", 'moderatorCount', n."moderatorCount") AS cohort
      FROM cohort c JOIN programme p ON p.id = c."programmeId"
      JOIN app.cohort_counts() n ON n."cohortId" = c.id
     WHERE c.id = ${cohortId}::uuid`;
  if (!row) throw notFound();
  const memberships = await db.membership.findMany({
    where: { cohortId, role: 'organiser', endedAt: null },
    select: { id: true, joinedAt: true, account: { select: { name: true } } },
    orderBy: { account: { name: 'asc' } },
  });
  const invitations = await db.invitation.findMany({
    where: { cohortId, role: 'organiser', acceptedAt: null, revokedAt: null },
    select: { id: true, name: true, email: true, sentAt: true, expiresAt: true },
    orderBy: { id: 'desc' },
  });
  return {
    ...row,
    organisers: memberships.map(({ id, joinedAt, account }) => ({
      membershipId: id,
      joinedAt,
      name: account.name,
    })),
    invitations: invitations.map((invitation) => ({
      ...invitation,
      isExpired: invitation.expiresAt <= clock.now(),
    })),
  };
}
