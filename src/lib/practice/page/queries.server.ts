import { teamOf } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import type { CohortState } from '$lib/cohort/frame';
import { notFound } from '$lib/platform/errors';
import { practiceContent, type PracticeContent } from '../fields';
import { mayChange, mayRead } from '../policy';
import type { PracticeRef } from '../schema';

/** A text that the team has shown. */
interface ShownText {
  content: unknown;
  fromVersion: number;
  releasedAt: string;
}

/** The team's own text; null for everybody else. */
interface OwnText {
  content: unknown;
  version: number;
  changedAt: string;
  changedByName: string | null;
  isDiscarded: boolean;
}

interface Row {
  cohortState: CohortState;
  team: { id: string; name: string };
  shown: ShownText | null;
  publicAt: string | null;
  own: OwnText | null;
}

const parse = (content: unknown): PracticeContent => practiceContent.parse(content);

/** The texts of an example, as far as the reader may see them; one that he may not is not there. */
async function readTexts({ db }: PersonScope, { cohortId, practiceId }: PracticeRef): Promise<Row> {
  const [found] = await db.$queryRaw<{ row: Row }[]>`
    SELECT json_build_object('cohortState', c.state,
        'team', json_build_object('id', team.id, 'name', team.name),
        'shown', CASE WHEN r."practiceId" IS NOT NULL THEN json_build_object('content', r.content,
            'fromVersion', r."fromVersion", 'releasedAt', r."releasedAt") END,
        'publicAt', (SELECT open."releasedAt" FROM practice_release open
            WHERE open."practiceId" = ${practiceId}::uuid AND open.rung = 'public'),
        'own', CASE WHEN p.id IS NOT NULL THEN json_build_object('content', p.content,
            'version', p.version, 'changedAt', p."changedAt", 'changedByName', a.name,
            'isDiscarded', p."discardedAt" IS NOT NULL) END) AS row
      FROM cohort c
      LEFT JOIN practice_release r ON r."cohortId" = c.id AND r."practiceId" = ${practiceId}::uuid
           AND r.rung = 'cohort'
      LEFT JOIN practice p ON p."cohortId" = c.id AND p.id = ${practiceId}::uuid
      LEFT JOIN account a ON a.id = p."changedById"
      JOIN team ON team.id = coalesce(r."teamId", p."teamId")
     WHERE c.id = ${cohortId}::uuid`;
  if (!found) throw notFound();
  return found.row;
}

/** All that an example's page shows, and what its reader may do there. */
export async function page(scope: PersonScope, input: PracticeRef) {
  const { actor } = scope;
  const { cohortId, practiceId } = input;
  ensure(mayRead(actor, input));
  const { cohortState, team, shown, publicAt, own } = await readTexts(scope, input);
  const facts = { cohortId, cohortState, teamId: team.id, isDiscarded: own?.isDiscarded ?? false };
  return {
    practiceId,
    team,
    isOwn: team.id === teamOf(actor, cohortId),
    /** What the cohort reads; null before the team has shown anything. */
    shown: shown && { ...shown, content: parse(shown.content) },
    publicAt,
    own: own && {
      ...own,
      content: parse(own.content),
      hasUnshownChanges: shown !== null && own.version > shown.fromVersion,
    },
    may: { change: own !== null && mayChange(actor, facts).isAllowed },
  };
}

export type PracticePage = Awaited<ReturnType<typeof page>>;
