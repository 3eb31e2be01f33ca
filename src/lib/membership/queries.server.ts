import type { Role } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import type { OfCohort } from '$lib/cohort/schema';
import { notFound } from '$lib/platform/errors';
import { mayReadDirectory } from './policy';
import type { OfMembership } from './schema';

export interface DirectoryPerson {
  membershipId: string;
  name: string;
  role: Role;
  teamId: string | null;
  occupation: string;
  contactEmail: string | null;
  contactPhone: string | null;
  contactHint: string;
}

export interface DirectoryTeam {
  id: string;
  name: string;
  siteKind: 'city' | 'municipality' | 'district' | 'other';
  inhabitants: number | null;
  tileColumn: number | null;
  tileRow: number | null;
}

export interface Directory {
  teams: DirectoryTeam[];
  people: DirectoryPerson[];
}

/** The sites and the people of the cohort, in two statements whatever their number. */
export async function directoryOf(
  { db, actor }: PersonScope,
  { cohortId }: OfCohort,
): Promise<Directory> {
  ensure(mayReadDirectory(actor, cohortId));
  const teams = await db.$queryRaw<DirectoryTeam[]>`
    SELECT id, name, "siteKind"::text AS "siteKind", inhabitants, "tileColumn", "tileRow"
      FROM team WHERE "cohortId" = ${cohortId}::uuid ORDER BY name`;
  const people = await db.$queryRaw<DirectoryPerson[]>`
    SELECT m.id AS "membershipId", a.name, m.role::text AS role, m."teamId", m.occupation,
           m."contactEmail", m."contactPhone", m."contactHint"
      FROM membership m JOIN account a ON a.id = m."accountId"
     WHERE m."cohortId" = ${cohortId}::uuid AND m."endedAt" IS NULL ORDER BY a.name, m.id`;
  return { teams, people };
}

export interface PersonView extends Omit<DirectoryPerson, 'teamId'> {
  team: { id: string; name: string } | null;
  joinedAt: Date;
  /** When she or he left; null for whoever is in the cohort. */
  endedAt: Date | null;
  isOwn: boolean;
  /** The topics that an expert was invited to. */
  guestTopics: { id: string; question: string }[];
}

/** One person's entry; those who have left keep theirs, without how to reach them. */
export async function personOf(
  { db, actor }: PersonScope,
  { cohortId, membershipId }: OfMembership,
): Promise<PersonView> {
  ensure(mayReadDirectory(actor, cohortId));
  const [row] = await db.$queryRaw<(Omit<PersonView, 'isOwn'> & { accountId: string })[]>`
    SELECT m.id AS "membershipId", m."accountId", a.name, m.role::text AS role, m.occupation,
           CASE WHEN m."endedAt" IS NULL THEN m."contactEmail" END AS "contactEmail",
           CASE WHEN m."endedAt" IS NULL THEN m."contactPhone" END AS "contactPhone",
           CASE WHEN m."endedAt" IS NULL THEN m."contactHint" ELSE '' END AS "contactHint",
           m."joinedAt", m."endedAt",
           CASE WHEN t.id IS NOT NULL THEN jsonb_build_object('id', t.id, 'name', t.name) END AS team,
           coalesce((SELECT jsonb_agg(jsonb_build_object('id', p.id, 'question', p.question)
                                      ORDER BY p.question)
                       FROM topic_guest g JOIN topic p ON p.id = g."topicId"
                      WHERE g."membershipId" = m.id), '[]') AS "guestTopics"
      FROM membership m JOIN account a ON a.id = m."accountId" LEFT JOIN team t ON t.id = m."teamId"
     WHERE m."cohortId" = ${cohortId}::uuid AND m.id = ${membershipId}::uuid`;
  if (!row) throw notFound();
  const { accountId, ...person } = row;
  return { ...person, isOwn: accountId === actor.accountId };
}
