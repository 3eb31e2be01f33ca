import { teamOf } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import type { CohortState } from '$lib/cohort/frame';
import { notFound } from '$lib/platform/errors';
import { Prisma } from '../../../generated/prisma/client';
import type { CostBand, PracticeKind, TownSize } from '../fields';
import { mayCreate, mayRead } from '../policy';
import type { ListPractices, PracticeSort } from './schema';

export const PAGE_SIZE = 24;

/** One example in the list: what its team has shown to the cohort. */
export interface ListedPractice {
  id: string;
  gist: string;
  kind: PracticeKind;
  team: { id: string; name: string };
  townSize: TownSize | null;
  costBand: CostBand | null;
  evidence: number | null;
  tags: string[];
  nextTime: string;
  releasedAt: string;
  isOwn: boolean;
}

interface Answer {
  cohortState: CohortState;
  practices: ListedPractice[];
  teams: { id: string; name: string }[];
  tags: string[];
}

/** Tags are offered from so many of the newest examples: enough to choose from, and soon found. */
const TAGS_FROM = 500;

function chosenBy(input: ListPractices): Prisma.Sql {
  const { cohortId, kind, tag, townSize, costBand, evidence, teamId } = input;
  const conditions = [Prisma.sql`r."cohortId" = ${cohortId}::uuid AND r.rung = 'cohort'`];
  if (kind) conditions.push(Prisma.sql`r.kind = ${kind}`);
  if (tag) conditions.push(Prisma.sql`${tag} = ANY (r.tags)`);
  if (townSize) conditions.push(Prisma.sql`r."townSize" = ${townSize}`);
  if (costBand) conditions.push(Prisma.sql`r."costBand" = ${costBand}`);
  if (evidence) conditions.push(Prisma.sql`r.evidence >= ${evidence}`);
  if (teamId) conditions.push(Prisma.sql`r."teamId" = ${teamId}::uuid`);
  return Prisma.join(conditions, ' AND ');
}

const keys: Record<PracticeSort, Prisma.Sql> = {
  newest: Prisma.sql`r."releasedAt", r."practiceId"`,
  evidence: Prisma.sql`coalesce(r.evidence, -1), r."releasedAt", r."practiceId"`,
  adopted: Prisma.sql`r."releasedAt", r."practiceId"`,
};

const descending: Record<PracticeSort, Prisma.Sql> = {
  newest: Prisma.sql`r."releasedAt" DESC, r."practiceId" DESC`,
  evidence: Prisma.sql`coalesce(r.evidence, -1) DESC, r."releasedAt" DESC, r."practiceId" DESC`,
  adopted: Prisma.sql`r."releasedAt" DESC, r."practiceId" DESC`,
};

function after({ sort = 'newest', after }: ListPractices): Prisma.Sql {
  if (!after) return Prisma.sql`TRUE`;
  return Prisma.sql`(${keys[sort]}) < (SELECT ${keys[sort]} FROM practice_release r
    WHERE r."practiceId" = ${after}::uuid AND r.rung = 'cohort')`;
}

/** A page of the list with all that its filters offer, in one statement. */
export async function list({ db, actor }: PersonScope, input: ListPractices) {
  const { cohortId, sort = 'newest' } = input;
  ensure(mayRead(actor, { cohortId }));
  const ownTeam = teamOf(actor, cohortId);
  const [row] = await db.$queryRaw<{ answer: Answer }[]>`
    SELECT json_build_object(
      'cohortState', c.state,
      'teams', (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name) ORDER BY name), '[]')
                  FROM team WHERE "cohortId" = c.id),
      'tags', (SELECT coalesce(json_agg(DISTINCT tag), '[]') FROM (
                 SELECT tags FROM practice_release WHERE "cohortId" = c.id AND rung = 'cohort'
                  ORDER BY "releasedAt" DESC LIMIT ${TAGS_FROM}) latest, unnest(latest.tags) AS tag),
      'practices', (SELECT coalesce(json_agg(line), '[]') FROM (
        SELECT r."practiceId" AS id, r.gist, r.kind, r."townSize", r."costBand", r.evidence, r.tags,
               left(r.content ->> 'nextTime', 300) AS "nextTime", r."releasedAt",
               json_build_object('id', team.id, 'name', team.name) AS team,
               coalesce(r."teamId" = ${ownTeam}::uuid, false) AS "isOwn"
          FROM practice_release r JOIN team ON team.id = r."teamId"
         WHERE ${chosenBy(input)} AND ${after(input)}
         ORDER BY ${descending[sort]}
         LIMIT ${PAGE_SIZE + 1}) line)) AS answer
      FROM cohort c WHERE c.id = ${cohortId}::uuid`;
  if (!row) throw notFound();
  const { cohortState, practices, teams, tags } = row.answer;
  const shown = practices.slice(0, PAGE_SIZE);
  return {
    practices: shown,
    nextAfter: practices.length > PAGE_SIZE ? shown.at(-1)!.id : null,
    teams,
    tags,
    hasTeam: ownTeam !== null,
    may: { create: mayCreate(actor, { cohortId, cohortState }).isAllowed },
  };
}

export type PracticeList = Awaited<ReturnType<typeof list>>;
