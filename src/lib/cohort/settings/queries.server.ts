import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { notFound } from '$lib/platform/errors';
import { toPlainText } from '$lib/platform/rich-text.server';
import type { CohortState } from '../frame';
import { mayManageCohort } from '../policy';
import type { OfCohort } from '../schema';
import { nextSetUpStep, type SetUpFacts, type SetUpStep } from '../set-up';

export interface CohortSettings {
  id: string;
  name: string;
  state: CohortState;
  siteSeats: number;
  teamSize: number;
  startsOn: Date | null;
  endsOn: Date | null;
  timeZone: string;
  welcome: string;
  /** The same without markup, for writing where the editor cannot be loaded. */
  welcomePlain: string;
  version: number;
  /** Asked for, and not carried out yet. */
  erasure: { askedByName: string; askedAt: Date; dueAt: Date } | null;
  /** What is there and what is missing, for the organiser's overview. */
  counts: {
    charterVersion: number;
    teams: number;
    members: number;
    /** Whoever is or was here besides the organisers. */
    others: number;
    moderators: number;
    waitingInvitations: number;
    owedAcceptances: number;
    events: number;
  };
}

/** Everything the organiser sets about the cohort itself. */
export async function settingsOf(
  { db, actor, clock }: PersonScope,
  { cohortId }: OfCohort,
): Promise<CohortSettings> {
  ensure(mayManageCohort(actor, cohortId));
  const cohort = await db.cohort.findFirst({
    where: { id: cohortId },
    select: {
      id: true,
      name: true,
      state: true,
      siteSeats: true,
      teamSize: true,
      startsOn: true,
      endsOn: true,
      timeZone: true,
      welcome: true,
      version: true,
      erasure: { select: { askedByName: true, askedAt: true, dueAt: true } },
    },
  });
  if (!cohort) throw notFound();
  const [counts] = await db.$queryRaw<CohortSettings['counts'][]>`
    WITH charter_now AS (SELECT id, version FROM charter WHERE "cohortId" = ${cohortId}::uuid
                          ORDER BY version DESC LIMIT 1),
         people AS (SELECT "accountId", role FROM membership
                     WHERE "cohortId" = ${cohortId}::uuid AND "endedAt" IS NULL)
    SELECT coalesce((SELECT version FROM charter_now), 0) AS "charterVersion",
           (SELECT count(*)::int FROM team WHERE "cohortId" = ${cohortId}::uuid) AS teams,
           (SELECT count(*)::int FROM people WHERE role = 'member') AS members,
           (SELECT count(*)::int FROM membership
             WHERE "cohortId" = ${cohortId}::uuid AND role <> 'organiser') AS others,
           (SELECT count(*)::int FROM people WHERE role = 'moderator') AS moderators,
           (SELECT count(*)::int FROM invitation WHERE "cohortId" = ${cohortId}::uuid
               AND "acceptedAt" IS NULL AND "revokedAt" IS NULL
               AND "expiresAt" > ${clock.now()}::timestamptz) AS "waitingInvitations",
           (SELECT count(DISTINCT p."accountId")::int FROM people p, charter_now c
             WHERE NOT EXISTS (SELECT 1 FROM charter_acceptance a
                     WHERE a."charterId" = c.id AND a."accountId" = p."accountId")) AS "owedAcceptances",
           (SELECT count(*)::int FROM workshop WHERE "cohortId" = ${cohortId}::uuid) AS events`;
  return { ...cohort, welcomePlain: toPlainText(cohort.welcome), counts: counts! };
}

/** What the organiser does next; null where the group is closed, or waits for those who are invited. */
export async function setUpStepOf(
  { db, clock }: PersonScope,
  cohortId: string,
): Promise<SetUpStep | null> {
  const [facts] = await db.$queryRaw<SetUpFacts[]>`
    SELECT c.state::text AS state, c."siteSeats",
           coalesce((SELECT max(h.version) FROM charter h WHERE h."cohortId" = c.id), 0) AS "charterVersion",
           (SELECT count(*)::int FROM team t WHERE t."cohortId" = c.id) AS teams,
           (SELECT count(*)::int FROM membership p WHERE p."cohortId" = c.id
               AND p.role = 'member' AND p."endedAt" IS NULL) AS members,
           (SELECT count(*)::int FROM invitation v WHERE v."cohortId" = c.id
               AND v."acceptedAt" IS NULL AND v."revokedAt" IS NULL
               AND v."expiresAt" > ${clock.now()}::timestamptz) AS "waitingInvitations",
           (SELECT count(*)::int FROM workshop w WHERE w."cohortId" = c.id) AS "eventCount"
      FROM cohort c WHERE c.id = ${cohortId}::uuid AND c.state IN ('draft', 'forming')`;
  const step = facts ? nextSetUpStep(facts) : null;
  const isWaiting = step === 'invite' && facts!.waitingInvitations > 0;
  return isWaiting ? null : step;
}
