import type { Db } from '$lib/platform/db/client.server';
import { notFound } from '$lib/platform/errors';
import { practiceContent, type PracticeContent } from './fields';
import type { PracticeFacts, ReleaseFacts, ShownFacts } from './policy';
import type { PracticeRef } from './schema';

/** What every command on a record begins with. */
export interface LockedPractice extends ReleaseFacts {
  id: string;
  teamName: string;
  version: number;
  content: PracticeContent;
}

/**
 * The facts of a record, its row locked until the transaction ends, so that what is decided on them
 * still holds when it is written. Another team's record is not found.
 */
export async function lockPractice(
  db: Db,
  { cohortId, practiceId }: PracticeRef,
): Promise<LockedPractice> {
  const [row] = await db.$queryRaw<LockedPractice[]>`
    SELECT p.id, p."cohortId", c.state::text AS "cohortState", p."teamId", team.name AS "teamName",
           p.version, p.content, p."discardedAt" IS NOT NULL AS "isDiscarded",
           EXISTS (SELECT 1 FROM practice_release r WHERE r."practiceId" = p.id) AS "isReleased"
      FROM practice p
      JOIN cohort c ON c.id = p."cohortId"
      JOIN team ON team.id = p."teamId"
     WHERE p.id = ${practiceId}::uuid AND p."cohortId" = ${cohortId}::uuid
       FOR UPDATE OF p`;
  if (!row) throw notFound();
  // Fields that came later are filled with what they say when they say nothing.
  return { ...row, content: practiceContent.parse(row.content) };
}

/** The reader's own example; the walls show a team's text to its people alone. */
export async function ownPractice(db: Db, { cohortId, practiceId }: PracticeRef) {
  const [own] = await db.$queryRaw<(PracticeFacts & { gist: string })[]>`
    SELECT p."cohortId", c.state::text AS "cohortState", p."teamId", p.content->>'gist' AS gist,
           p."discardedAt" IS NOT NULL AS "isDiscarded"
      FROM practice p JOIN cohort c ON c.id = p."cohortId"
     WHERE p.id = ${practiceId}::uuid AND p."cohortId" = ${cohortId}::uuid`;
  if (!own) throw notFound();
  return own;
}

/** What a cohort is open for; one that the actor does not know is not found. */
export async function cohortFacts(db: Db, cohortId: string) {
  const cohort = await db.cohort.findUnique({ where: { id: cohortId }, select: { state: true } });
  if (!cohort) throw notFound();
  return { cohortId, cohortState: cohort.state };
}

/** The facts of what a team has shown to its cohort; what is not shown is not found. */
export async function readShown(
  db: Db,
  { cohortId, practiceId }: PracticeRef,
): Promise<ShownFacts & { id: string }> {
  const [row] = await db.$queryRaw<(ShownFacts & { id: string })[]>`
    SELECT r."practiceId" AS id, r."cohortId", c.state::text AS "cohortState", r."teamId"
      FROM practice_release r JOIN cohort c ON c.id = r."cohortId"
     WHERE r."practiceId" = ${practiceId}::uuid AND r."cohortId" = ${cohortId}::uuid
       AND r.rung = 'cohort'`;
  if (!row) throw notFound();
  return row;
}
