import { teamOf } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import type { CohortState } from '$lib/cohort/frame';
import { notFound } from '$lib/platform/errors';
import { Prisma } from '../../../generated/prisma/client';
import type { CostBand, PracticeKind, TownSize } from '../fields';
import { mayCreate, mayRead } from '../policy';
import { placeOf, type MapPlace } from '../map/place';
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
  /** How many other teams adopt it. */
  adopterCount: number;
  isOwn: boolean;
}

interface Answer {
  cohortState: CohortState;
  isCut: boolean;
  practices: ListedPractice[];
  teams: { id: string; name: string }[];
  tags: string[];
  topics: { id: string; question: string }[];
}

/** Tags and topics are offered from so many of the newest examples: enough to choose from, and soon found. */
const OFFERED_FROM = 500;

/** Hits of a search come by how well they fit, on one page: whoever looks further, says more. */
const MOST_HITS = 30;

/** The filters as the index of the search knows them (app.practice_facets). */
function facetsOf(input: ListPractices): string[] {
  const {
    kind,
    tag,
    townSize: town,
    costBand: cost,
    evidence,
    teamId: team,
    topicId: topic,
  } = input;
  return Object.entries({ kind, tag, town, cost, evidence, team, topic }).flatMap(
    ([name, value]) => (value === null || value === undefined ? [] : [`${name}:${value}`]),
  );
}

function chosenBy(input: ListPractices): Prisma.Sql {
  const { cohortId, kind, tag, townSize, costBand, evidence, teamId, topicId } = input;
  const conditions = [Prisma.sql`r."cohortId" = ${cohortId}::uuid AND r.rung = 'cohort'`];
  if (kind) conditions.push(Prisma.sql`r.kind = ${kind}`);
  if (tag) conditions.push(Prisma.sql`${tag} = ANY (r.tags)`);
  if (townSize) conditions.push(Prisma.sql`r."townSize" = ${townSize}`);
  if (costBand) conditions.push(Prisma.sql`r."costBand" = ${costBand}`);
  if (evidence) conditions.push(Prisma.sql`r.evidence >= ${evidence}`);
  if (teamId) conditions.push(Prisma.sql`r."teamId" = ${teamId}::uuid`);
  if (topicId)
    conditions.push(
      Prisma.sql`r."practiceId" = ANY (app.practices_of_topics(ARRAY[${topicId}::uuid]))`,
    );
  return Prisma.join(conditions, ' AND ');
}

/** How many teams have tried it, or want to: those that gave up have tried. */
const adopters = Prisma.sql`(SELECT count(*)::int FROM practice_adoption d
    WHERE d."practiceId" = r."practiceId")`;

/** What each order begins with; then the newest come first. */
const firstKeys: Record<PracticeSort, Prisma.Sql> = {
  newest: Prisma.empty,
  evidence: Prisma.sql`coalesce(r.evidence, -1),`,
  adopted: Prisma.sql`${adopters},`,
};
const firstDescending: Record<PracticeSort, Prisma.Sql> = {
  newest: Prisma.empty,
  evidence: Prisma.sql`coalesce(r.evidence, -1) DESC,`,
  adopted: Prisma.sql`${adopters} DESC,`,
};

const keyOf = ({ sort = 'newest' }: ListPractices): Prisma.Sql =>
  Prisma.sql`${firstKeys[sort]} r."releasedAt", r."practiceId"`;

function after(input: ListPractices): Prisma.Sql {
  if (!input.after) return Prisma.sql`TRUE`;
  return Prisma.sql`(${keyOf(input)}) < (SELECT ${keyOf(input)} FROM practice_release r
    WHERE r."practiceId" = ${input.after}::uuid AND r.rung = 'cohort')`;
}

/** Which examples, in which order: those that are found, or those that are chosen. */
export function chosen(input: ListPractices) {
  const { cohortId, q = '', sort = 'newest' } = input;
  // The rung comes first although it is always the same: PostgreSQL takes no constant of an enum for
  // settled, and would read the whole cohort instead of the beginning of the index.
  const newest = Prisma.sql`${firstDescending[sort]} r.rung, r."releasedAt" DESC, r."practiceId" DESC`;
  if (q === '')
    return {
      isCut: Prisma.sql`false`,
      from: Prisma.sql`practice_release r WHERE ${chosenBy(input)} AND ${after(input)}`,
      order: newest,
      limit: PAGE_SIZE + 1,
    };
  return {
    isCut: Prisma.sql`found."isCut"`,
    from: Prisma.sql`app.practice_find(${cohortId}::uuid, ${q}, ${facetsOf(input)}::text[],
        ${MOST_HITS}) found JOIN practice_release r ON r."practiceId" = found."practiceId"
        WHERE r.rung = 'cohort'`,
    order: sort === 'newest' ? Prisma.sql`found.rank DESC, ${newest}` : newest,
    limit: MOST_HITS,
  };
}

/** A page of the list with all that its filters offer, in one statement. */
export async function list({ db, actor }: PersonScope, input: ListPractices) {
  const { cohortId } = input;
  ensure(mayRead(actor, { cohortId }));
  const ownTeam = teamOf(actor, cohortId);
  const { from, order, limit, isCut } = chosen(input);
  const [row] = await db.$queryRaw<{ answer: Answer }[]>`
    SELECT json_build_object(
      'cohortState', c.state,
      'teams', (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name) ORDER BY name), '[]')
                  FROM team WHERE "cohortId" = c.id),
      'tags', (SELECT coalesce(json_agg(DISTINCT tag), '[]') FROM (
                 SELECT tags FROM practice_release WHERE "cohortId" = c.id AND rung = 'cohort'
                  ORDER BY rung, "releasedAt" DESC LIMIT ${OFFERED_FROM}) latest, unnest(latest.tags) AS tag),
      'topics', (SELECT coalesce(json_agg(json_build_object('id', t.id, 'question', t.question)
                   ORDER BY t.question), '[]') FROM topic t
                  WHERE t.id = ANY (app.topics_of_practices(ARRAY(
                          SELECT "practiceId" FROM practice_release
                           WHERE "cohortId" = c.id AND rung = 'cohort'
                           ORDER BY rung, "releasedAt" DESC LIMIT ${OFFERED_FROM})))
                     OR t.id = ${input.topicId ?? null}::uuid),
      'isCut', coalesce(found."isCut", false), 'practices', coalesce(found.lines, '[]')) AS answer
      FROM cohort c, LATERAL (SELECT json_agg(line) AS lines, bool_or(line."isCut") AS "isCut" FROM (
        SELECT r."practiceId" AS id, r.gist, r.kind, r."townSize", r."costBand", r.evidence, r.tags,
               left(r.content ->> 'nextTime', 300) AS "nextTime", r."releasedAt",
               (SELECT json_build_object('id', t.id, 'name', t.name) FROM team t
                 WHERE t.id = r."teamId") AS team,
               ${adopters} AS "adopterCount",
               coalesce(r."teamId" = ${ownTeam}::uuid, false) AS "isOwn", ${isCut} AS "isCut"
          FROM ${from}
         ORDER BY ${order}
         LIMIT ${limit}) line) found
     WHERE c.id = ${cohortId}::uuid`;
  if (!row) throw notFound();
  const { cohortState, practices, teams, tags, topics, isCut: isMore } = row.answer;
  const isSearch = Boolean(input.q);
  const shown = isSearch ? practices : practices.slice(0, PAGE_SIZE);
  return {
    practices: shown,
    nextAfter: !isSearch && practices.length > PAGE_SIZE ? shown.at(-1)!.id : null,
    /** Whether more was found than is shown, or than was compared. */
    isCut: isMore,
    teams,
    tags,
    topics,
    hasTeam: ownTeam !== null,
    may: { create: mayCreate(actor, { cohortId, cohortState }).isAllowed },
  };
}

export type PracticeList = Awaited<ReturnType<typeof list>>;

/** How many examples of a town stand beside the map; the list shows all of them. */
const PER_TOWN = 3;

/** A town with what was found of it. */
export interface Town {
  id: string;
  name: string;
  count: number;
  practices: Pick<ListedPractice, 'id' | 'gist' | 'kind'>[];
  /** Null where its name is on no map. */
  place: MapPlace | null;
}

/** The same examples as the list, all of them, by town; towns without any stand there as well. */
export async function byTown({ db, actor }: PersonScope, input: ListPractices): Promise<Town[]> {
  const { cohortId } = input;
  ensure(mayRead(actor, { cohortId }));
  const { from } = chosen({ ...input, after: null });
  const towns = await db.$queryRaw<Omit<Town, 'place'>[]>`
    WITH chosen AS (
      SELECT r."practiceId" AS id, r.gist, r.kind, r."teamId",
             row_number() OVER (PARTITION BY r."teamId"
                                ORDER BY r."releasedAt" DESC, r."practiceId") AS place
        FROM ${from})
    SELECT team.id, team.name,
           (SELECT count(*)::int FROM chosen c WHERE c."teamId" = team.id) AS count,
           (SELECT coalesce(json_agg(json_build_object('id', c.id, 'gist', c.gist, 'kind', c.kind)
                      ORDER BY c.place), '[]')
              FROM chosen c WHERE c."teamId" = team.id AND c.place <= ${PER_TOWN}) AS practices
      FROM team WHERE team."cohortId" = ${cohortId}::uuid
     ORDER BY team.name`;
  return towns.map((town) => ({ ...town, place: placeOf(town.name) }));
}
