import { teamOf } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import type { Db } from '$lib/platform/db/client.server';
import { notFound } from '$lib/platform/errors';
import { Prisma } from '../../../generated/prisma/client';
import type { PracticeKind } from '../fields';
import { mayAdopt, mayRead } from '../policy';
import { readShown } from '../queries.server';
import type { PracticeRef } from '../schema';
import type { AdoptionState } from './states';
import type { TrailStep } from './trail';

/** One team's adoption, as a page shows it. */
export interface ShownAdoption {
  team: { id: string; name: string };
  state: AdoptionState;
  why: string;
  changed: string;
  result: string;
  contact: { membershipId: string; name: string } | null;
  version: number;
  changedAt: string;
  steps: TrailStep[];
}

interface LockedAdoption {
  state: AdoptionState;
  version: number;
  startedAt: Date;
  changedAt: Date;
  remindedMonths: number;
  isShown: boolean;
}

/** A team's adoption, locked until the transaction ends; null where there is none. */
export async function lockAdoption(
  db: Db,
  { practiceId, teamId }: PracticeRef & { teamId: string },
): Promise<LockedAdoption | null> {
  const [row] = await db.$queryRaw<LockedAdoption[]>`
    SELECT a.state::text AS state, a.version, a."startedAt", a."changedAt", a."remindedMonths",
           EXISTS (SELECT 1 FROM practice_release r
                    WHERE r."practiceId" = a."practiceId" AND r.rung = 'cohort') AS "isShown"
      FROM practice_adoption a
     WHERE a."practiceId" = ${practiceId}::uuid AND a."teamId" = ${teamId}::uuid
       FOR UPDATE OF a`;
  return row ?? null;
}

interface FormRow {
  practiceId: string;
  gist: string;
  teamName: string;
  adoption:
    | (Pick<ShownAdoption, 'state' | 'why' | 'changed' | 'result' | 'version'> & {
        contactId: string | null;
      })
    | null;
  contacts: { membershipId: string; name: string }[];
}

/** What the form of the own team's adoption shows. */
export async function form({ db, actor }: PersonScope, ref: PracticeRef) {
  const { cohortId, practiceId } = ref;
  ensure(mayAdopt(actor, await readShown(db, ref)));
  const teamId = teamOf(actor, cohortId);
  const [found] = await db.$queryRaw<{ row: FormRow }[]>`
    SELECT json_build_object('gist', r.gist, 'teamName', team.name,
        'adoption', (SELECT json_build_object('state', a.state, 'why', a.why, 'changed', a.changed,
              'result', a.result, 'contactId', a."contactId", 'version', a.version)
           FROM practice_adoption a
          WHERE a."practiceId" = r."practiceId" AND a."teamId" = ${teamId}::uuid),
        'practiceId', r."practiceId", 'contacts', (SELECT coalesce(json_agg(json_build_object('membershipId', m.id, 'name', c.name)
              ORDER BY c.name), '[]')
           FROM membership m JOIN account c ON c.id = m."accountId"
          WHERE m."teamId" = ${teamId}::uuid AND m."endedAt" IS NULL)) AS row
      FROM practice_release r JOIN team ON team.id = r."teamId"
     WHERE r."practiceId" = ${practiceId}::uuid AND r.rung = 'cohort'`;
  if (!found) throw notFound();
  return found.row;
}

/**
 * Whether the team of adoption "a" was asked how it goes and has said nothing since: what it said in
 * the four weeks before is an answer, as for the question itself.
 */
export const isDue = Prisma.sql`(a."remindedMonths" > 0 AND a.state NOT IN ('dropped', 'established')
  AND a."changedAt" < a."startedAt" + make_interval(months => a."remindedMonths") - interval '28 days')`;

/** What the reader's team makes of an example of others. */
export interface AdoptedPractice {
  id: string;
  gist: string;
  kind: PracticeKind;
  language: string;
  teamName: string;
  state: AdoptionState;
  changedAt: Date;
  /** The team was asked how it goes, and has said nothing since. */
  isDue: boolean;
}

/** What the reader's team adopts, where one last said something first. */
export async function adopted(
  { db, actor }: PersonScope,
  { cohortId }: { cohortId: string },
): Promise<AdoptedPractice[]> {
  ensure(mayRead(actor, { cohortId }));
  const teamId = teamOf(actor, cohortId);
  if (teamId === null) return [];
  return db.$queryRaw`
    SELECT r."practiceId" AS id, r.gist, r.kind, r.language, team.name AS "teamName",
           a.state::text AS state, a."changedAt", ${isDue} AS "isDue"
      FROM practice_adoption a
      JOIN practice_release r ON r."practiceId" = a."practiceId" AND r.rung = 'cohort'
      JOIN team ON team.id = r."teamId"
     WHERE a."cohortId" = ${cohortId}::uuid AND a."teamId" = ${teamId}::uuid
     ORDER BY a."changedAt" DESC, a."practiceId"`;
}
