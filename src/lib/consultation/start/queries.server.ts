import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { notFound } from '$lib/platform/errors';
import * as policy from '../policy';
import type { CohortRef } from '../schema';

/** Somebody who can be asked into a circle. */
export interface Candidate {
  accountId: string;
  name: string;
  teamName: string | null;
  /** An expert, or one of the cohort's moderators; else a member. */
  role: 'member' | 'moderator' | 'expert';
  /** Has signed in since there are keys; to somebody without, nothing can be sealed yet. */
  hasKeys: boolean;
  /** The last day of an absence, as the person has told it (2026-12-24); null: not away. */
  awayUntil: string | null;
}

/** To whoever has nothing to do with the cohort, it is not there. */
export async function cohortStateOf({ db }: PersonScope, cohortId: string) {
  const select = { state: true } as const;
  const cohort = await db.cohort.findUnique({ where: { id: cohortId }, select });
  if (!cohort) throw notFound();
  return cohort.state;
}

/** Who could be asked, the reader among them (whose `hasKeys` says whether a start is possible). */
export async function candidates(
  scope: PersonScope,
  { cohortId }: CohortRef,
): Promise<Candidate[]> {
  const cohortState = await cohortStateOf(scope, cohortId);
  ensure(policy.mayStart(scope.actor, { cohortId, cohortState }));
  return findCandidates(scope, { cohortId });
}

export const findCandidates = (
  { db, clock }: PersonScope,
  { cohortId }: CohortRef,
): Promise<Candidate[]> =>
  db.$queryRaw<Candidate[]>`
    SELECT m."accountId", a.name, min(t.name) AS "teamName",
           CASE WHEN bool_or(m.role = 'member') THEN 'member'
                WHEN bool_or(m.role = 'moderator') THEN 'moderator' ELSE 'expert' END AS role,
           coalesce((SELECT e.kind <> 'removed' FROM key_directory_entry e
                      WHERE e."cohortId" = ${cohortId}::uuid AND e."accountId" = m."accountId"
                      ORDER BY e.sequence DESC LIMIT 1), false) AS "hasKeys",
           (max(m."awayUntil") FILTER (
             WHERE m."awayUntil" >= (${clock.now()}::timestamptz AT TIME ZONE c."timeZone")::date))::text AS "awayUntil"
      FROM membership m JOIN account a ON a.id = m."accountId" JOIN cohort c ON c.id = m."cohortId"
      LEFT JOIN team t ON t.id = m."teamId"
     WHERE m."cohortId" = ${cohortId}::uuid AND m."endedAt" IS NULL
       AND m.role IN ('member', 'moderator', 'expert')
     GROUP BY m."accountId", a.name ORDER BY min(t.name) NULLS LAST, a.name, m."accountId"`;
