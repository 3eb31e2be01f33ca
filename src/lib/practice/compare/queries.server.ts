import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { practiceContent, type PracticeContent } from '../fields';
import { mayRead } from '../policy';
import type { Compare } from '../schema';

/** One of the examples side by side: what its team has shown. */
export interface ComparedPractice {
  id: string;
  teamName: string;
  content: PracticeContent;
}

/** In the order in which they were chosen; those that are not shown are left out. */
export async function compare({ db, actor }: PersonScope, { cohortId, practiceIds }: Compare) {
  ensure(mayRead(actor, { cohortId }));
  const rows = await db.$queryRaw<ComparedPractice[]>`
    SELECT r."practiceId" AS id, team.name AS "teamName", r.content
      FROM practice_release r JOIN team ON team.id = r."teamId"
     WHERE r."cohortId" = ${cohortId}::uuid AND r.rung = 'cohort'
       AND r."practiceId" = ANY (${practiceIds}::uuid[])
     ORDER BY array_position(${practiceIds}::uuid[], r."practiceId")`;
  return rows.map(({ content, ...row }): ComparedPractice => ({
    ...row,
    content: practiceContent.parse(content),
  }));
}
