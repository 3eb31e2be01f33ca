import { joinedAs } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { notFound } from '$lib/platform/errors';
import type { Frame } from './frame';
import { mayEnter } from './policy';
import type { OfCohort } from './schema';

/** What stands around every page of the cohort, in one statement. */
export async function frameOf({ db, actor }: PersonScope, { cohortId }: OfCohort): Promise<Frame> {
  ensure(mayEnter(actor, cohortId));
  const joined = joinedAs(actor, cohortId);
  const teamId = joined.find((membership) => membership.teamId !== null)?.teamId ?? null;
  const otherIds = actor.memberships
    .map((membership) => membership.cohortId)
    .filter((id) => id !== cohortId);
  const [row] = await db.$queryRaw<Omit<Frame, 'roles' | 'hasAcceptedCharter'>[]>`
    SELECT jsonb_build_object('id', c.id, 'name', c.name, 'programme', p.name, 'state', c.state,
                              'timeZone', c."timeZone") AS cohort,
           (SELECT e."dueAt" FROM erasure e WHERE e."cohortId" = c.id) AS "erasesAt",
           coalesce((SELECT organisation FROM installation), '') AS organisation,
           (SELECT jsonb_build_object('id', t.id, 'name', t.name)
              FROM team t WHERE t.id = ${teamId}::uuid) AS team,
           coalesce((SELECT jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name,
                                                         'programme', op.name) ORDER BY o.name)
                       FROM cohort o JOIN programme op ON op.id = o."programmeId"
                      WHERE o.id = ANY (${otherIds}::uuid[])), '[]') AS others,
           (SELECT count(*)::int FROM notice n
             WHERE n."accountId" = ${actor.accountId}::uuid AND n."cohortId" = c.id
               AND n."readAt" IS NULL) AS "unreadNotices"
      FROM cohort c JOIN programme p ON p.id = c."programmeId"
     WHERE c.id = ${cohortId}::uuid`;
  if (!row) throw notFound();
  return {
    ...row,
    roles: [...new Set(joined.map(({ role }) => role))],
    hasAcceptedCharter: joined.every(({ hasAccepted }) => hasAccepted),
  };
}

export interface JoinedCohort {
  id: string;
  name: string;
  programme: string;
  state: Frame['cohort']['state'];
  startsOn: Date | null;
  endsOn: Date | null;
  roles: Frame['roles'];
}

/** The cohorts that the person belongs to, the latest first. */
export async function cohortsOf({ db, actor }: PersonScope): Promise<JoinedCohort[]> {
  const ids = actor.memberships.map(({ cohortId }) => cohortId);
  const rows = await db.$queryRaw<Omit<JoinedCohort, 'roles'>[]>`
    SELECT c.id, c.name, p.name AS programme, c.state::text AS state, c."startsOn", c."endsOn"
      FROM cohort c JOIN programme p ON p.id = c."programmeId"
     WHERE c.id = ANY (${ids}::uuid[])
     ORDER BY c."startsOn" DESC NULLS LAST, c.id DESC`;
  return rows.map((row) => ({
    ...row,
    roles: [...new Set(joinedAs(actor, row.id).map(({ role }) => role))],
  }));
}
